package io.attune.cli.story;

import io.attune.cli.story.StoryRun.Played;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Story;
import io.attune.dialog.Story.Expected;
import io.attune.dialog.Story.Turn;
import io.attune.understanding.Understander;
import java.util.ArrayList;
import java.util.List;

/** Holds a story against what the bot does. */
public final class StoryTest {
    private final DialogBook dialogs;
    private final Understander understander;
    private final Coverage coverage;

    public StoryTest(DialogBook dialogs, Understander understander, Coverage coverage) {
        this.dialogs = dialogs;
        this.understander = understander;
        this.coverage = coverage;
    }

    /** Every difference, as {@code file:line: …}; none when the story comes out as told. */
    public List<String> differences(Story story) {
        var differences = new ArrayList<String>();
        for (Played played : StoryRun.play(story, dialogs, understander)) {
            coverage.saw(played.decision());
            Expected expected = expected(played.turn());
            String at = story.file() + ":" + Math.max(story.line(), expected.line()) + ": " + story.title() + ": ";
            compare(played, expected).forEach(line -> differences.add(at + line));
        }
        return differences;
    }

    private static Expected expected(Turn turn) {
        return switch (turn) {
            case Turn.Greet(Expected expected) -> expected;
            case Turn.Says says -> says.expected();
            case Turn.Picks picks -> picks.expected();
            case Turn.Waits waits -> Expected.NOTHING;
            case Turn.Line line -> Expected.NOTHING;
        };
    }

    private static List<String> compare(Played played, Expected expected) {
        var decision = played.decision();
        var lines = new ArrayList<String>();
        value(lines, expected, "kind", decision.kind().code());
        value(lines, expected, "dialog", String.valueOf(decision.dialog()));
        value(lines, expected, "remedy", String.valueOf(decision.remedy()));
        value(lines, expected, "handoff", StoryRun.handoff(decision));
        value(
                lines,
                expected,
                "rule",
                decision.handoff() == null
                        ? "none"
                        : String.valueOf(decision.handoff().rule()));
        for (String words : expected.says()) {
            if (!played.text().contains(words)) {
                lines.add("expected it to say '" + words + "'");
            }
        }
        for (String words : expected.silent()) {
            if (played.text().contains(words)) {
                lines.add("expected it not to say '" + words + "'");
            }
        }
        var offered = decision.memory().talk().asked().choices();
        for (String choice : expected.choices()) {
            if (offered.stream()
                    .noneMatch(one -> one.id().equals(choice) || one.title().equals(choice))) {
                lines.add("expected the choice '" + choice + "', got "
                        + offered.stream().map(one -> one.title()).toList());
            }
        }
        if (!lines.isEmpty()) {
            lines.add("  heard: " + played.heard());
            played.text().lines().filter(line -> !line.isBlank()).forEach(line -> lines.add("  said: " + line));
        }
        return lines;
    }

    private static void value(List<String> lines, Expected expected, String name, String actual) {
        expected.value(name)
                .filter(wanted -> !wanted.equals(actual))
                .ifPresent(wanted -> lines.add("expected " + name + " " + wanted + ", got " + actual));
    }
}
