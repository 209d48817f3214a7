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
                .contains(
                        "tv.yaml:8: no story reaches the step 'picture'",
                        "tv.texts.yaml:14: no story hears 'remedies.restart-box.do' in es",
                        "in en: wordings 2 of 6 (33 %)");
        assertThat(run(story, "--only", "nothing")).contains("0 stories");
        assertThat(run(story, "--play")).contains("  > a technician please on 2026-03-12", "    [Yes] [No]");
    }

    @Test
    void a_story_is_told_for_several_customers_and_languages() throws IOException {
        String story = """
                - story: A still picture
                  for: [novice, expert]
                  in: [en, es]
                  turns:
                    - customer: {en: "the tv freezes", es: "la tele se para"}
                      intent: tv_buffering
                      expect: {remedy: restart-box, says: {en: Please restart, es: Reinicia}, choices: [worked, same]}
                    - customer: "say that again"
                      intent: repeat
                      expect: {remedy: restart-box, texts: [%s]}
                """;
        assertThat(run(story.formatted("remedies.restart-box.do"))).endsWith("1 stories, told 4 times, 0 failed");
        assertThat(run(story.formatted("facts.picture.ask")))
                .contains(
                        "x.story.yaml:10: A still picture (novice, en): expected it to say facts.picture.ask as for a novice customer in en",
                        "A still picture (expert, es): expected it to say")
                .endsWith("told 4 times, 4 failed");
        assertThat(run(story.formatted("remedies.restart-box.do").replace("es: Reinicia", "es: verde")))
                .contains("(novice, es): expected it to say 'verde'")
                .endsWith("told 4 times, 2 failed");
    }

    @Test
    void each_customer_gets_the_words_for_them() throws IOException {
        Files.writeString(
                folder.resolve("tv.texts.yaml"),
                Files.readString(folder.resolve("tv.texts.yaml"))
                        .replace(
                                "en: Please restart the box.",
                                "en: {standard: Please restart the box., novice: Please pull the plug.}"));
        String story = """
                - story: A still picture
                  for: [novice, standard]
                  turns:
                    - customer: "the tv freezes"
                      intent: tv_buffering
                      expect: {texts: [remedies.restart-box.do], says: pull the plug}
                """;
        assertThat(run(story))
                .contains("A still picture (standard): expected it to say 'pull the plug'")
                .doesNotContain("expected it to say remedies")
                .endsWith("told 2 times, 1 failed");
    }

    @Test
    void a_story_that_cannot_be_told_so_is_a_fault() throws IOException {
        String told = run("""
                - story: Wrong in many ways
                  for: [novice, begginer]
                  in: [en, es]
                  given: {language: es}
                  turns:
                    - customer: "the tv freezes"
                    - customer: {en: "well"}
                      expect: {texts: [remedies.restart-bax.do]}
                """);
        assertThat(told)
                .contains(
                        "x.story.yaml:2: in 'for', 'begginer' is not known",
                        "x.story.yaml:4: 'in' of the story says it already; remove 'language' here",
                        "x.story.yaml:6: the story is told in en, es; write what the customer says in each",
                        "x.story.yaml:7: the story is told in 'es', and 'customer' has nothing in it; add it",
                        "x.story.yaml:8: the text 'remedies.restart-bax.do' is not known; did you mean 'remedies.restart-box.do'?");
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
