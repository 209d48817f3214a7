package io.attune.cli;

import io.attune.decision.policy.Feature;
import io.attune.decision.policy.HandoffSettings;
import io.attune.decision.policy.HandoffSettings.Weights;
import io.attune.decision.policy.Outcome;
import io.attune.decision.policy.Reliability;
import io.attune.decision.policy.WeightsFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune fit-handoff FILE…}: weights of the handoff policy from recorded outcomes. */
@Command(
        name = "fit-handoff",
        description = "Fits the weights of the handoff policy to recorded outcomes and prints them as settings.")
public final class FitHandoffCommand implements Callable<Integer> {
    private static final int EITHER = 50;

    @Parameters(arity = "1..*", description = "lines of {\"features\":{…},\"resolved\":true|false}")
    private List<Path> files = List.of();

    @Option(names = "--out", description = "where to write the settings; default: the screen")
    private @Nullable Path out;

    @Option(names = "--least", defaultValue = "500", description = "fewest outcomes to fit from; default: 500")
    private int least = 500;

    @Option(
            names = "--penalty",
            defaultValue = "10",
            description = "how firmly the weights are held to the shipped ones, in outcomes; default: 10")
    private double penalty = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter screen = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            var outcomes = new ArrayList<Outcome>();
            for (Path file : files) {
                outcomes.addAll(OutcomeFile.read(file));
            }
            return fit(outcomes, screen, errors);
        } catch (IOException unreadable) {
            errors.println(
                    unreadable instanceof java.nio.file.NoSuchFileException
                            ? "no such file: " + unreadable.getMessage()
                            : unreadable.getMessage());
            return 1;
        } finally {
            screen.flush();
            errors.flush();
        }
    }

    private int fit(List<Outcome> outcomes, PrintWriter screen, PrintWriter errors) throws IOException {
        long failed = outcomes.stream().filter(Outcome::failed).count();
        if (penalty <= 0) {
            errors.println("--penalty must be above 0");
            return 1;
        }
        if (outcomes.size() < least || failed < EITHER || outcomes.size() - failed < EITHER) {
            errors.println("too few outcomes to fit from: " + outcomes.size() + ", " + failed
                    + " of them failed; needed are " + least + ", and " + EITHER + " of either kind");
            return 1;
        }
        Weights shipped = HandoffSettings.DEFAULT.weights();
        List<Outcome> toFit = part(outcomes, 0, 1, 2);
        Weights fitted = WeightsFit.fit(
                toFit,
                shipped,
                penalty,
                round -> errors.print("\rfitting " + toFit.size() + " outcomes, round " + round));
        errors.println();
        Weights calibrated = WeightsFit.calibrate(part(outcomes, 3), fitted);
        List<Outcome> unseen = part(outcomes, 4);
        table("before", Reliability.of(unseen, shipped), screen);
        table("after", Reliability.of(unseen, calibrated), screen);
        String settings = settings(calibrated);
        if (out == null) {
            screen.print(settings);
        } else {
            Files.writeString(out, settings);
            screen.println("written: " + out);
        }
        return 0;
    }

    /** Every fifth outcome, counted from each of these places. */
    private static List<Outcome> part(List<Outcome> outcomes, int... places) {
        var part = new ArrayList<Outcome>();
        for (int i = 0; i < outcomes.size(); i++) {
            for (int place : places) {
                if (i % 5 == place) {
                    part.add(outcomes.get(i));
                }
            }
        }
        return part;
    }

    private static void table(String when, Reliability reliability, PrintWriter screen) {
        screen.printf(
                Locale.ROOT,
                "%s, on outcomes not fitted to: calibration error %.3f, Brier score %.3f%n  chance  failed  outcomes%n",
                when,
                reliability.error(),
                reliability.brier());
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.count() > 0) {
                screen.printf(Locale.ROOT, "  %6.2f  %6.2f  %8d%n", bin.chance(), bin.share(), bin.count());
            }
        }
    }

    private static String settings(Weights weights) {
        var lines = new StringBuilder();
        line(lines, "bias", weights.bias());
        for (Feature feature : Feature.values()) {
            line(lines, feature.id(), weights.of(feature));
        }
        line(lines, "slope", weights.slope());
        line(lines, "shift", weights.shift());
        return lines.toString();
    }

    private static void line(StringBuilder lines, String key, double value) {
        lines.append(String.format(Locale.ROOT, "attune.policy.weights.%s=%.4f%n", key, value));
    }
}
