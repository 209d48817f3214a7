package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a story can play, on a flow that books a visit; its meanings stand in the story, so that no model is needed. */
class StoryTurnsTest {
    private static final Path SOUND = Path.of("src/test/resources/faults/none");

    @TempDir
    Path folder;

    @BeforeEach
    void a_small_sound_book() throws IOException {
        try (Stream<Path> files = Files.walk(SOUND)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".story.yaml"))
                    .toList()) {
                Path target = folder.resolve(SOUND.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.writeString(folder.resolve("intents.texts.yaml"), """
                intents:
                  tv_buffering:
                    title: {en: TV freezes, es: Tele parada}
                  appointment_book:
                    title: {en: A visit, es: Una visita}
                  opening_hours:
                    title: {en: Hours, es: Horario}
                """);
    }

    @Test
    void systems_answer_break_and_answer_too_late() throws IOException {
        for (String called : List.of("no answer", "{outcome: done, number: 7, after: 4s}")) {
            assertThat(booking(called, "{kind: handoff, handoff: policy_required}"))
                    .as(called)
                    .endsWith("1 stories, 0 failed");
        }
        assertThat(booking("{outcome: done, number: 7, after: 2s}", "{kind: resolved, says: [number 7]}"))
                .endsWith("1 stories, 0 failed");
        assertThat(booking("no answer", "{kind: resolved}")).contains("expected kind resolved, got handoff");
    }

    @Test
    void systems_may_come_back_in_between() throws IOException {
        assertThat(run("""
                - story: Back again
                  given: {calls: {appointment-book: no answer}}
                  turns:
                    - customer: "a technician please"
                      intent: appointment_book
                    - calls: {appointment-book: {outcome: done, number: 9}}
                    - customer: "2026-03-12"
                      intent: oos
                    - pick: "Yes"
                      expect: {kind: resolved, says: [number 9]}
                """)).endsWith("1 stories, 0 failed");
    }

    @Test
    void a_line_test_that_fails_leaves_nothing_known() throws IOException {
        String story = """
                - story: The test fails
                  given: {line: {tv.box: lit}}
                  turns:
                    - customer: "the tv freezes"
                      intent: tv_buffering
                      expect: {dialog: tv-frozen, facts: {picture: %s}}
                """;
        Files.writeString(
                folder.resolve("tv.yaml"),
                Files.readString(folder.resolve("tv.yaml"))
                        .replace(
                                "ask: {minutes: 1}",
                                "ask: {minutes: 0.1}\n    diagnostics:\n      tv.box: {lit: still, other: black}"));
        Files.writeString(
                folder.resolve("tv.texts.yaml"),
                Files.readString(folder.resolve("tv.texts.yaml"))
                        .replace(
                                "    still:\n",
                                "    still:\n      name: {en: a still picture, es: una imagen quieta}\n")
                        .replace(
                                "    black:\n",
                                "    black:\n      name: {en: a black picture, es: una imagen negra}\n"));
        assertThat(run(story.formatted("still"))).endsWith("1 stories, 0 failed");
        assertThat(run(story.formatted("unknown").replace("{tv.box: lit}", "times out")))
                .endsWith("1 stories, 0 failed");
    }

    @Test
    void a_message_that_comes_twice_is_answered_once() throws IOException {
        assertThat(run("""
                - story: Twice
                  turns:
                    - customer: "a technician please"
                      intent: appointment_book
                      times: 3
                      expect: {kind: ask, step: day}
                    - again
                    - again
                    - customer: "2026-03-12"
                      intent: oos
                      expect: {step: sure, facts: {form.day: "2026-03-12"}}
                """)).endsWith("1 stories, 0 failed");
    }

    @Test
    void a_choice_that_was_never_on_offer_is_a_difference() throws IOException {
        assertThat(run("""
                - story: Nothing to pick
                  turns:
                    - customer: "a technician please"
                      intent: appointment_book
                    - pick: "Maybe"
                """)).contains("Nothing to pick: expected the choice '[Maybe]' to be on offer");
    }

    @Test
    void coverage_is_told_in_per_cent_and_in_full_on_demand() throws IOException {
        String story = """
                - story: To the end
                  given: {calls: {appointment-book: {outcome: done, number: 7}}}
                  turns:
                    - customer: "a technician please on 2026-03-12"
                      intent: appointment_book
                    - pick: "Yes"
                """;
        assertThat(run(story))
                .contains("tv-frozen: steps 0 of 2 (0 %)", "not: picture, restart-box", "all dialogs: steps");
        assertThat(run(story, "--coverage"))
                .contains("  wordings not reached: ", "remedies.restart-box.do/es/standard");
        assertThat(run(story, "--only", "nothing")).contains("0 stories");
        assertThat(run(story, "--play")).contains("  > a technician please on 2026-03-12", "    [Yes] [No]");
    }

    private String booking(String called, String expect) throws IOException {
        return run("""
                - story: A visit
                  given: {calls: {appointment-book: %s}}
                  turns:
                    - customer: "a technician please"
                      intent: appointment_book
                    - customer: "2026-03-12"
                      intent: oos
                      expect: {step: sure}
                    - pick: "Yes"
                      expect: %s
                """.formatted(called, expect));
    }

    private String run(String story, String... options) throws IOException {
        Files.writeString(folder.resolve("x.story.yaml"), story);
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        String[] arguments =
                Stream.concat(Stream.of(folder.toString()), Stream.of(options)).toArray(String[]::new);
        new CommandLine(new TestCommand(new Dates()))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return out.toString().strip();
    }

    /** Reads a date where one stands, and nothing else. */
    private static final class Dates implements Understander {
        @Override
        public Understanding understand(String text, Language prior) {
            var dates = java.util.regex.Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
                    .matcher(text)
                    .results()
                    .map(found -> new Understanding.Entity("date", found.group(), found.start(), found.end()))
                    .toList();
            return new Understanding(prior, List.of(), dates, new Mood(0, 0, 0, 0, 0, List.of()));
        }
    }
}
