package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.attune.cli.story.Coverage;
import io.attune.cli.story.Names;
import io.attune.cli.story.StoryTest;
import io.attune.dialog.Story.Expected;
import io.attune.dialog.Story.Given;
import io.attune.dialog.Story.Turn;
import io.attune.dialog.Story.Words;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.StoryReader;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks the shipped files in seeded ways. Whatever comes of it is refused with faults, or is a book that can be talked to. */
class BrokenDialogsTest {
    private static final int CASES = Integer.getInteger("attune.broken.cases", 1_000);
    private static final long SEED = Long.getLong("attune.broken.seed", 20260302);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Path SHIPPED = Path.of("dialogs");

    @TempDir
    Path folder;

    @Test
    void every_broken_file_is_refused_or_still_makes_a_book() throws IOException {
        List<Path> files = shipped();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            var chance = new Random(SEED + i);
            Path file = files.get(chance.nextInt(files.size()));
            String broken = new BrokenFile(chance).of(Files.readString(SHIPPED.resolve(file)));
            lay(file, broken);
            String which = "seed " + SEED + " + " + i + ", " + file;
            long begun = System.nanoTime();
            var faults = new ArrayList<Fault>();
            assertThatCode(() -> faults.addAll(read())).as(which).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(which).isLessThan(LONGEST);
            refused += faults.isEmpty() ? 0 : 1;
            assertThat(faults).as(which).allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.message()).isNotBlank();
            });
            if (faults.isEmpty()) {
                assertThatCode(this::talk).as(which).doesNotThrowAnyException();
            }
            clear();
        }
        assertThat(refused).as("most breaks are seen").isGreaterThan(CASES / 2);
    }

    /** The file, broken, with what belongs to it. */
    private void lay(Path file, String broken) throws IOException {
        Path beside = file.getParent() == null ? Path.of("") : file.getParent();
        String stem = file.getFileName().toString().split("\\.")[0];
        for (String other : List.of(stem + ".yaml", stem + ".texts.yaml", "common.texts.yaml", "article.texts.yaml")) {
            Path source = SHIPPED.resolve(beside).resolve(other);
            Path target = folder.resolve(beside).resolve(other);
            if (Files.exists(source) && !Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, broken.getBytes(StandardCharsets.UTF_8));
    }

    private List<Fault> read() throws IOException {
        var book = BookReader.read(folder);
        book.dialogs().inOrder().forEach(Drawing::of);
        book.dialogs().inOrder().forEach(Mermaid::of);
        var faults = new ArrayList<>(book.faults());
        faults.addAll(StoryReader.read(folder, Names.of(book.dialogs(), Path.of("none")))
                .faults());
        return faults;
    }

    /** Each dialog that is left takes a few turns. */
    private void talk() throws IOException {
        DialogBook book = BookReader.read(folder).dialogs();
        var test = new StoryTest(book, new Deaf(), new Coverage(book));
        for (Dialog dialog : book.inOrder()) {
            String intent =
                    dialog.intents().isEmpty() ? "oos" : dialog.intents().getFirst();
            List<Turn> turns = Stream.of(intent, "affirm", "still_broken", "deny", "human_request")
                    .<Turn>map(meaning ->
                            new Turn.Says(new Words(List.of("well"), Map.of()), meaning, null, 1, Expected.NOTHING))
                    .toList();
            var given = new Given(
                    Language.EN, Map.of(), Map.of(), "unknown", .5, 1, Duration.ofMinutes(1), List.of(), Map.of());
            test.differences(new Story("x", 1, dialog.id(), given, turns));
        }
    }

    private static final class Deaf implements Understander {
        @Override
        public Understanding understand(String text, Language prior) {
            return new Understanding(prior, List.of(), List.of(), new Mood(0, 0, 0, 0, 0, List.of()));
        }
    }

    private static List<Path> shipped() throws IOException {
        try (var files = Files.walk(SHIPPED)) {
            return files.filter(Files::isRegularFile)
                    .map(SHIPPED::relativize)
                    .sorted()
                    .toList();
        }
    }

    private void clear() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
