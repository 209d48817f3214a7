package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.decision.policy.Feature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FitHandoffCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path file = Path.of("outcomes.jsonl");

    @BeforeEach
    void place() {
        file = folder.resolve("outcomes.jsonl");
    }

    @Test
    void finds_the_weights_that_made_the_outcomes_and_improves_the_calibration() throws IOException {
        Files.write(file, outcomes(6000));
        Path settings = folder.resolve("fitted.properties");
        assertThat(run("--out", settings.toString(), file.toString())).isZero();
        String written = Files.readString(settings);
        double slope = value(written, "slope");
        assertThat(slope * value(written, "failed-steps")).isBetween(.3, .7);
        assertThat(slope * value(written, "frustration-now")).isBetween(2.3, 3.7);
        assertThat(written.lines()).as("each weight, bias, slope and shift").hasSize(Feature.values().length + 3);
        List<Double> error = screen.toString()
                .lines()
                .filter(line -> line.contains("calibration error"))
                .map(line -> Double.valueOf(line.replaceAll(".*calibration error ([0-9.]+),.*", "$1")))
                .toList();
        assertThat(error).hasSize(2);
        assertThat(error.get(1)).isLessThan(error.get(0)).isLessThan(.05);
        assertThat(errors.toString()).contains("fitting 3600 outcomes, round 1");
    }

    @Test
    void refuses_to_fit_from_too_few() throws IOException {
        Files.write(file, outcomes(120));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(errors.toString())
                .contains("too few outcomes to fit from: 120")
                .contains("needed are 500");
        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void names_file_and_line_of_what_it_cannot_read() throws IOException {
        Files.writeString(file, """
                {"features":{"failed-steps":2},"resolved":false}
                {"features":{"failed_steps":2},"resolved":false}
                {"features":{"failed-steps":"two"},"resolved":false}
                {"features":{}}
                nonsense
                """);
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(errors.toString())
                .contains(file + ":2: features.failed_steps is not known to the policy")
                .contains(file + ":3: features.failed-steps must be a number")
                .contains(file + ":4: resolved must be true or false")
                .contains(file + ":5: not JSON");
    }

    private int run(String... args) {
        return new CommandLine(new FitHandoffCommand())
                .setOut(new PrintWriter(screen))
                .setErr(new PrintWriter(errors))
                .execute(args);
    }

    /** Made with a bias of -1.5, .5 for each failed step and 3 for frustration. */
    private static List<String> outcomes(int count) {
        var chance = new Random(7);
        var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int failed = chance.nextInt(4);
            double frustration = Math.round(100 * chance.nextDouble()) / 100.0;
            double fails = 1 / (1 + Math.exp(-(-1.5 + .5 * failed + 3 * frustration)));
            lines.add("{\"features\":{\"failed-steps\":" + failed + ",\"frustration-now\":" + frustration
                    + "},\"resolved\":" + (chance.nextDouble() >= fails) + "}");
        }
        return lines;
    }

    private static double value(String settings, String key) {
        return settings.lines()
                .filter(line -> line.startsWith("attune.policy.weights." + key + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
