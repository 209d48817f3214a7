package io.attune.cli.story;

import io.attune.cli.story.StoryRun.Played;
import io.attune.decision.memory.Memory;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Feeling;
import io.attune.dialog.Pitch;
import io.attune.dialog.Story;
import io.attune.dialog.Story.Expected;
import io.attune.dialog.Story.Turn;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import io.attune.understanding.Understander;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a story against what the bot does. */
public final class StoryTest {
    private static final int REASONS = 8;

    private final DialogBook dialogs;
    private final Understander understander;
    private final Coverage coverage;

    public StoryTest(DialogBook dialogs, Understander understander, Coverage coverage) {
        this.dialogs = dialogs;
        this.understander = new Remembering(understander);
        this.coverage = coverage;
    }

    /**
     * Every difference, as {@code file:line: …}, and below those of a turn what was heard and said in it, indented; none when the
     * story comes out as told.
     */
    public List<String> differences(Story story) {
        var differences = new ArrayList<String>();
        List<Played> all = StoryRun.play(story, dialogs, understander);
        for (int i = 0; i < all.size(); i++) {
            Played played = all.get(i);
            coverage.saw(played.decision(), played.language());
            // While time passes the bot may speak more than once.
            boolean isLast = i + 1 == all.size() || !isOf(all.get(i + 1), played.turn());
            Expected expected = isLast ? expected(played.turn()) : Expected.NOTHING;
            List<String> lines = compare(story, played, expected);
            lines.forEach(line -> differences.add(at(story, expected) + line));
            if (!lines.isEmpty()) {
                differences.add("    customer: " + told(story, played.turn()) + " (" + played.heard() + ")");
                played.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> differences.add("    bot: " + line));
                List<String> offered = titles(played);
                if (!offered.isEmpty()) {
                    differences.add("    choices: " + String.join(" | ", offered));
                }
                differences.add("    why: " + why(played));
            }
        }
        unheard(story, all).forEach(differences::add);
        return differences;
    }

    /** Two turns of a story may say the same and are two for all that. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(Played played, Turn turn) {
        return played.turn() == turn;
    }

    private static String why(Played played) {
        return played.decision().reasons().stream()
                .limit(REASONS)
                .map(reason -> reason.what() + (reason.value().isEmpty() ? "" : " " + reason.value()))
                .collect(Collectors.joining("; "));
    }

    private static String at(Story story, Expected expected) {
        return story.file() + ":" + Math.max(story.line(), expected.line()) + ": " + story.title() + ": ";
    }

    /** Where something is expected while time passes, and the bot says nothing. */
    private static Stream<String> unheard(Story story, List<Played> all) {
        return story.turns().stream()
                .filter(Turn.Waits.class::isInstance)
                .filter(turn -> expected(turn) != Expected.NOTHING)
                .filter(turn -> all.stream().noneMatch(played -> isOf(played, turn)))
                .map(turn -> at(story, expected(turn)) + "expected the bot to say something meanwhile, got silence");
    }

    /** The conversation as the customer saw it. */
    public List<String> transcript(Story story) {
        var lines = new ArrayList<String>(List.of(story.file() + ":" + story.line() + ": " + story.title()));
        for (Played played : StoryRun.play(story, dialogs, understander)) {
            lines.add("  > " + told(story, played.turn()));
            played.text().lines().filter(line -> !line.isBlank()).forEach(line -> lines.add("    " + line));
            List<String> offered = titles(played);
            if (!offered.isEmpty()) {
                lines.add("    [" + String.join("] [", offered) + "]");
            }
            if (played.decision().handoff() != null) {
                lines.add("    (handed over: " + StoryRun.handoff(played.decision()) + ")");
            }
        }
        return lines;
    }

    private static String told(Story story, Turn turn) {
        return switch (turn) {
            case Turn.Says says -> says.text(story.given().language());
            case Turn.Picks picks -> "[" + picks.choice() + "]";
            default -> "";
        };
    }

    private static Expected expected(Turn turn) {
        return switch (turn) {
            case Turn.Greet(Expected expected) -> expected;
            case Turn.Says says -> says.expected();
            case Turn.Picks picks -> picks.expected();
            case Turn.Waits waits -> waits.expected();
            default -> Expected.NOTHING;
        };
    }

    private static List<String> titles(Played played) {
        return played.decision().memory().talk().asked().choices().stream()
                .map(one -> one.title())
                .toList();
    }

    private List<String> compare(Story story, Played played, Expected expected) {
        Language language = story.given().language();
        var decision = played.decision();
        var lines = new ArrayList<String>();
        if (!played.wasOffered()) {
            lines.add("expected the choice '" + told(story, played.turn()) + "' to be on offer, got " + titles(played));
        }
        value(lines, expected, "kind", decision.kind().code());
        value(lines, expected, "dialog", String.valueOf(decision.dialog()));
        value(lines, expected, "remedy", String.valueOf(decision.remedy()));
        value(lines, expected, "step", step(decision.memory()).orElse("none"));
        value(lines, expected, "handoff", StoryRun.handoff(decision));
        value(lines, expected, "language", played.language().code());
        value(
                lines,
                expected,
                "rule",
                decision.handoff() == null
                        ? "none"
                        : String.valueOf(decision.handoff().rule()));
        expected.facts().forEach((name, wanted) -> {
            String known = known(decision.memory(), name).orElse("unknown");
            if (!known.equals(wanted)) {
                lines.add("expected the fact " + name + " to be " + wanted + ", got " + known);
            }
        });
        for (String words : expected.says().in(language)) {
            if (!played.text().contains(words)) {
                lines.add("expected it to say '" + words + "'");
            }
        }
        for (String words : expected.silent().in(language)) {
            if (played.text().contains(words)) {
                lines.add("expected it not to say '" + words + "'");
            }
        }
        for (String key : expected.texts()) {
            text(story, played, key).ifPresent(lines::add);
        }
        var offered = decision.memory().talk().asked().choices();
        for (String choice : expected.choices()) {
            if (offered.stream().noneMatch(one -> StoryRun.isCalled(one, choice))) {
                lines.add("expected the choice '" + choice + "', got " + titles(played));
            }
        }
        return lines;
    }

    /** What is wrong where a text was not said as it is worded for this customer. */
    private Optional<String> text(Story story, Played played, String key) {
        String dialog = String.valueOf(played.decision().dialog());
        Optional<Wording> wording = dialogs.dialog(dialog)
                .flatMap(one -> one.texts().find(key))
                .or(() -> dialogs.talk().find(key));
        if (wording.isEmpty()) {
            return Optional.of("expected the text " + key + ", which the dialog in hand does not have: " + dialog);
        }
        Pitch pitch = Setting.pitch(story.given());
        Language language = story.given().language();
        boolean isSaid = Stream.concat(Stream.of((Feeling) null), Stream.of(Feeling.values()))
                .flatMap(feeling -> wording.get().in(language, pitch, feeling).stream())
                .anyMatch(text -> Sayable.stands(text, played.text()));
        return isSaid
                ? Optional.empty()
                : Optional.of(
                        "expected it to say " + key + " as for a " + pitch.code() + " customer in " + language.code());
    }

    private static Optional<String> step(Memory memory) {
        return memory.topic()
                .flatMap(topic -> Optional.ofNullable(topic.open()))
                .map(open -> open.id());
    }

    /** Of the dialog in hand, or of any when none is. */
    private static Optional<String> known(Memory memory, String fact) {
        String dialog = memory.topic().map(topic -> topic.dialog()).orElse("");
        return memory.facts().entrySet().stream()
                .filter(entry -> entry.getKey().equals(dialog + "/" + fact)
                        || dialog.isEmpty() && entry.getKey().endsWith("/" + fact))
                .map(entry -> entry.getValue().value())
                .findFirst();
    }

    private static void value(List<String> lines, Expected expected, String name, String actual) {
        expected.value(name)
                .filter(wanted -> !wanted.equals(actual))
                .ifPresent(wanted -> lines.add("expected " + name + " " + wanted + ", got " + actual));
    }
}
