package io.attune.assess;

import io.attune.decision.StepOutcome;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Conversations written and rated by a person before the estimator saw them: a line each, the rating, then what the customer
 * says, {@code B:} before what the bot says, and how a step ended in braces.
 */
final class RatedByHand {
    private static final String GREETING = "?";

    private RatedByHand() {}

    static List<Rated> tuning(Language language) throws IOException {
        return half(language, 0);
    }

    static List<Rated> heldOut(Language language) throws IOException {
        return half(language, 1);
    }

    private static List<Rated> half(Language language, int odd) throws IOException {
        List<Rated> all = read(language);
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == odd)
                .mapToObj(all::get)
                .toList();
    }

    static List<Rated> read(Language language) throws IOException {
        Path file = Path.of("src/test/resources/estimates", language.code() + ".txt");
        List<Rated> all = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] parts = line.split(" \\| ");
            List<Transcript.Turn> turns = new ArrayList<>();
            turns.add(bot(GREETING));
            for (int i = 1; i < parts.length; i++) {
                turns.add(turn(parts[i].strip()));
            }
            all.add(new Rated(
                    file.getFileName() + ":" + number, language, Double.parseDouble(parts[0].strip()), turns));
        }
        return all;
    }

    private static Transcript.Turn turn(String written) {
        if (written.startsWith("B:")) {
            return bot(written.substring(2).strip());
        }
        int brace = written.lastIndexOf('{');
        StepOutcome outcome = brace < 0 ? null : StepOutcome.read(written.substring(brace + 1, written.length() - 1));
        return customer(brace < 0 ? written : written.substring(0, brace).strip(), outcome, null);
    }

    static Transcript.Turn bot(String text) {
        return new Transcript.Turn(Speaker.BOT, text, null, null, null);
    }

    static Transcript.Turn customer(String text, @Nullable StepOutcome outcome, @Nullable Long latencyMs) {
        return new Transcript.Turn(Speaker.CUSTOMER, text, latencyMs, null, outcome);
    }
}
