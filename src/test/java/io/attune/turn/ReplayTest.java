package io.attune.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.store.Archive;
import io.attune.decision.Decider;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.DialogFiles;
import io.attune.turn.Replayed.Aspect;
import io.attune.turn.Replayed.Difference;
import io.attune.turn.Replayed.First;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions are made again: the same by the same dialogs, and others by others. */
class ReplayTest {
    private static final int WALKS = 1_000;
    private static final int TURNS = 6;
    private static final DialogBook BOOK = read(Path.of("dialogs"));

    private static DialogBook read(Path folder) {
        try {
            return BookReader.read(folder).dialogs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    Path folder;

    @Test
    void by_unchanged_dialogs_no_decision_ever_differs() {
        var replay = new Replay(new Decider(), read(Path.of("dialogs")));
        long turns = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(seed -> {
                    Replayed replayed = replay.conversation("walk-" + seed, Walk.record(seed, BOOK, TURNS));
                    assertThat(replayed.first()).as("walk " + seed).isNull();
                    return replayed;
                })
                .mapToLong(Replayed::turns)
                .sum();
        assertThat(turns).isEqualTo(WALKS * (TURNS + 1));
    }

    @Test
    void another_process_decides_the_same() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Walk.class.getName(),
                        "60",
                        String.valueOf(TURNS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String digest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        assertThat(digest).isEqualTo(String.valueOf(Walk.digest(60, TURNS, BOOK)));
    }

    /** The shipped dialogs with a file edited: each first text of a pair is replaced by the second. */
    private DialogBook edited(String file, String... edits) throws IOException {
        DialogFiles files = DialogFiles.read(Path.of("dialogs"));
        for (var one : files.contents().entrySet()) {
            Path path = folder.resolve(one.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, one.getValue());
        }
        String text = Files.readString(folder.resolve(file));
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        Files.writeString(folder.resolve(file), text);
        return read(folder);
    }

    private static First first(DialogBook now, List<Archive.Kept> conversation) {
        return Objects.requireNonNull(
                new Replay(new Decider(), now).conversation("c", conversation).first(), "no turn differs");
    }

    /** Asks for parental control, and picks what to block: turn 1 is the greeting. */
    private static List<Archive.Kept> parentalControl() {
        return Walk.of(BOOK, "parental_control", "s:parental-control:what:sites", "s:parental-control:age:teen");
    }

    @Test
    void a_changed_text_differs_where_it_is_first_said() throws IOException {
        First first = first(
                edited("account/parental-control.texts.yaml", "How old is the youngest child", "Which age is it"),
                parentalControl());
        assertThat(first.turn()).isEqualTo(3);
        assertThat(first.differences()).extracting(Difference::in).containsExactly(Aspect.TEXT);
        assertThat(first.differences().getFirst().was()).startsWith("How old");
        assertThat(first.differences().getFirst().is()).startsWith("Which age");
        assertThat(first.dialogs()).isEqualTo("0123456789abcdef");
    }

    @Test
    void a_step_put_elsewhere_differs_in_step_text_and_choices() throws IOException {
        First first =
                first(edited("account/parental-control.yaml", "{sites: age,", "{sites: hours,"), parentalControl());
        assertThat(first.turn()).isEqualTo(3);
        assertThat(first.differences())
                .extracting(Difference::in)
                .containsExactly(Aspect.STEP, Aspect.TEXT, Aspect.CHOICES);
        assertThat(first.differences().getFirst().is()).isEqualTo("parental-control/hours (step)");
        assertThat(first.reasonsIs()).contains("step: hours");
    }

    @Test
    void a_call_that_was_not_made_then_is_named_and_nothing_is_guessed_of_its_outcome() throws IOException {
        First first = first(
                edited(
                        "account/parental-control.yaml",
                        "teen: turn-on}",
                        "teen: check}",
                        "  turn-on:\n",
                        "  check:\n    call: parental-check\n    go: {done: turn-on, other: person}\n  turn-on:\n"),
                parentalControl());
        assertThat(first.turn()).isEqualTo(4);
        assertThat(first.differences()).containsExactly(new Difference(Aspect.CALL, "", "parental-check"));
    }

    @Test
    void other_odds_differ_in_what_is_given_and_say_why() throws IOException {
        List<Archive.Kept> slow = Walk.of(BOOK, "internet_slow", "dont_know", "still_broken");
        First first = first(
                edited("internet/slow.yaml", "weak-wifi: 26", "weak-wifi: 1", "tired-router: 16", "tired-router: 90"),
                slow);
        assertThat(first.turn()).isEqualTo(2);
        assertThat(first.differences()).extracting(Difference::in).contains(Aspect.REMEDY, Aspect.STEP, Aspect.TEXT);
        assertThat(first.reasonsIs()).anyMatch(reason -> reason.startsWith("likely cause: tired-router"));
        assertThat(first.reasonsWas()).anyMatch(reason -> reason.startsWith("likely cause: weak-wifi"));
    }

    @Test
    void turns_whose_grounds_were_not_kept_are_passed_over() {
        List<Archive.Kept> without = parentalControl().stream()
                .map(kept -> kept.entry().seq() > 3 ? kept : new Archive.Kept(kept.entry(), null))
                .toList();
        Replayed replayed = new Replay(new Decider(), BOOK).conversation("c", without);
        assertThat(replayed.first()).isNull();
        assertThat(replayed.unkept()).isEqualTo(2);
        assertThat(replayed.turns()).isEqualTo(2);
        List<Archive.Kept> broken = parentalControl().stream()
                .map(kept -> new Archive.Kept(kept.entry(), kept.grounds() == null ? null : "{\"occasion\":\"OTHER\"}"))
                .toList();
        assertThat(new Replay(new Decider(), BOOK).conversation("c", broken).turns())
                .isZero();
    }
}
