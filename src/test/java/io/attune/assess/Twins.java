package io.attune.assess;

import io.attune.message.Compose;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The same customer, who writes otherwise: nothing that is known of them may change. */
enum Twins {
    TYPOS((turn, twin) -> twin.said(turn, twin.misspelt(turn.words()))),
    SECOND_LANGUAGE((turn, twin) -> twin.said(turn, twin.broken(turn.words()))),
    CAPITALS((turn, twin) -> twin.said(turn, turn.words().toUpperCase(Locale.ROOT))),
    LOWER_CASE_WITHOUT_MARKS((turn, twin) ->
            twin.said(turn, turn.words().toLowerCase(Locale.ROOT).replaceAll("[!?,;]|\\.(?!\\d)", ""))),
    ECHO((turn, twin) -> twin.said(turn, turn.words() + twin.echo())),
    PASTE((turn, twin) -> twin.pasted(turn)),
    SLOW((turn, twin) -> new Transcript.Turn(
            turn.role(),
            turn.text(),
            turn.latencyMs() == null ? null : turn.latencyMs() * 3,
            turn.compose(),
            turn.stepOutcome()));

    private final BiFunction<Transcript.Turn, Twin, Transcript.Turn> change;

    Twins(BiFunction<Transcript.Turn, Twin, Transcript.Turn> change) {
        this.change = change;
    }

    Rated of(Rated original) {
        var twin = new Twin(original.language(), new Random(original.name().hashCode()));
        List<Transcript.Turn> turns = new ArrayList<>();
        for (Transcript.Turn turn : original.turns()) {
            if (turn.isOfCustomer()) {
                turns.add(change.apply(turn, twin));
            } else {
                twin.bot = turn.words();
                turns.add(turn);
            }
        }
        return original.with(turns);
    }

    private static final class Twin {
        private static final Map<Language, Set<String>> SMALL_WORDS = Map.of(
                Language.EN, Set.of("the", "a", "an", "is", "are", "do", "does", "to", "it's", "i'm", "of"),
                Language.DE, Set.of("der", "die", "das", "den", "ein", "eine", "einen", "ist", "zu"),
                Language.ES, Set.of("el", "la", "los", "las", "un", "una", "es", "de"),
                Language.FR, Set.of("le", "la", "les", "un", "une", "est", "de", "du"));
        private static final String LOG =
                "\n> 2026-03-01 21:14:07 PPPoE session terminated: LCP timeout, VLAN 7, MTU 1492, SNR 5.9 dB";
        private final Language language;
        private final Random random;
        private String bot = "";

        Twin(Language language, Random random) {
            this.language = language;
            this.random = random;
        }

        Transcript.Turn said(Transcript.Turn turn, String text) {
            return new Transcript.Turn(
                    turn.role(),
                    text.isBlank() ? turn.text() : text,
                    turn.latencyMs(),
                    turn.compose(),
                    turn.stepOutcome());
        }

        /** One slip in about every sixth word of four letters or more. */
        String misspelt(String text) {
            return Arrays.stream(text.split(" "))
                    .map(word ->
                            word.length() >= 4 && word.chars().allMatch(Character::isLetter) && random.nextInt(6) == 0
                                    ? slip(word)
                                    : word)
                    .collect(Collectors.joining(" "));
        }

        private String slip(String word) {
            int at = 1 + random.nextInt(word.length() - 2);
            return switch (random.nextInt(3)) {
                case 0 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
                case 1 -> word.substring(0, at) + word.substring(at + 1);
                default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            };
        }

        String broken(String text) {
            return Arrays.stream(text.split(" "))
                    .filter(word -> !SMALL_WORDS.get(language).contains(word.toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(" "));
        }

        String echo() {
            return bot.length() < 2 ? "" : ". " + bot;
        }

        Transcript.Turn pasted(Transcript.Turn turn) {
            var compose = new Compose(null, null, null, turn.words().length(), 0, 1, true, 0, "keyboard");
            return random.nextBoolean()
                    ? new Transcript.Turn(
                            turn.role(), turn.words() + LOG, turn.latencyMs(), compose, turn.stepOutcome())
                    : turn;
        }
    }
}
