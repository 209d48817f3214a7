package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.cli.story.Names;
import io.attune.customer.Purpose;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.StoryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code faults} holds a small book with one fault, of the kind that it is named for, where {@code expected} says. */
class FaultCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/faults");
    /** What no file of a repository can well hold is planted when the test runs. */
    private static final Set<FaultKind> PLANTED_HERE =
            EnumSet.of(FaultKind.NOT_TEXT, FaultKind.TOO_LARGE, FaultKind.LINK_OUTSIDE, FaultKind.MISSING_GENERAL_TEXT);

    private static final Path TALK = Path.of("dialogs/talk");

    @TempDir
    Path folder;

    static List<String> planted() throws IOException {
        try (var folders = Files.list(CORPUS)) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void finds_exactly_the_planted_fault(String name) throws IOException {
        String expected =
                Files.readString(CORPUS.resolve(name).resolve("expected")).strip();
        String kind = name.split("--", 2)[0];

        List<String> found = faults(CORPUS.resolve(name)).stream()
                .map(fault ->
                        fault.file() + ":" + fault.line() + " " + fault.kind().code())
                .toList();

        assertThat(found).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected + " " + kind));
    }

    @Test
    void plants_every_kind_that_there_is() throws IOException {
        Set<String> kinds =
                planted().stream().map(name -> name.split("--", 2)[0]).collect(Collectors.toSet());
        Set<String> known = Stream.of(FaultKind.values())
                .filter(kind -> !PLANTED_HERE.contains(kind))
                .map(FaultKind::code)
                .collect(Collectors.toSet());
        known.add("none");
        assertThat(kinds).isEqualTo(known);
    }

    @Test
    void the_guide_has_a_row_for_every_kind() throws IOException {
        String guide = Files.readString(Path.of("docs/dialogs-faults.md"));
        assertThat(guide.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`", 3)[1]))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FaultKind.values()).map(FaultKind::code).toList());
    }

    @Test
    void every_fault_says_what_to_do() throws IOException {
        for (String name : planted()) {
            assertThat(faults(CORPUS.resolve(name)))
                    .allSatisfy(fault -> assertThat(fault.message())
                            .as(name)
                            .containsPattern(";|must|needs|at most|such as|is one of|begins with|YAML"));
        }
    }

    @Test
    void finds_bytes_that_are_no_text() throws IOException {
        Files.write(folder.resolve("tv.yaml"), "dialog: t\u00e9l\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(kinds()).containsExactly(FaultKind.NOT_TEXT);
        Files.writeString(folder.resolve("tv.yaml"), "dialog: x\nkind: \u0001\n");
        assertThat(faults(folder)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.NOT_TEXT);
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @Test
    void finds_a_file_that_is_too_large() throws IOException {
        Files.writeString(folder.resolve("tv.yaml"), "# more\n".repeat(200_000));
        assertThat(kinds()).containsExactly(FaultKind.TOO_LARGE);
    }

    @Test
    void finds_a_link_that_leads_out_and_follows_one_that_stays_inside(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.yaml"), "dialog: x\n");
        Files.createSymbolicLink(folder.resolve("tv.yaml"), elsewhere.resolve("secret.yaml"));
        assertThat(kinds()).containsExactly(FaultKind.LINK_OUTSIDE);

        Files.delete(folder.resolve("tv.yaml"));
        Files.createDirectories(folder.resolve("..data"));
        for (String file : List.of("tv.yaml", "tv.texts.yaml")) {
            Files.copy(
                    CORPUS.resolve("none").resolve(file),
                    folder.resolve("..data").resolve(file));
            Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
        }
        assertThat(kinds()).isEmpty();
        assertThat(BookReader.read(folder).dialogs().dialogs()).containsOnlyKeys("tv-frozen");
    }

    /** Without the lines from the one that begins so to the next empty one. */
    private void generalTextsWithout(String begin) throws IOException {
        try (var files = Files.list(TALK)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".texts.yaml"))
                    .toList()) {
                String text = Files.readString(file).replaceFirst("(?m)^" + begin + "(?s:.*?)(?=^\\S|\\z)", "");
                Files.writeString(folder.resolve(file.getFileName().toString()), text);
            }
        }
    }

    @Test
    void finds_general_texts_that_are_missing_where_there_are_some() throws IOException {
        generalTextsWithout("nothing");
        assertThat(kinds()).isEmpty();
        generalTextsWithout("back:");
        assertThat(faults(folder))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.MISSING_GENERAL_TEXT));
        assertThat(faults(folder).getFirst().message()).contains("'back.done'", "add it");
    }

    @Test
    void finds_a_general_text_that_lacks_a_language_that_the_others_speak() throws IOException {
        generalTextsWithout("nothing");
        Path silence = folder.resolve("silence.texts.yaml");
        Files.writeString(silence, Files.readString(silence).replaceAll("(?m)^ +fr:.*\\n", ""));
        assertThat(faults(folder)).hasSize(5).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("silence.texts.yaml");
            assertThat(fault.kind()).isEqualTo(FaultKind.MISSING_LANGUAGE);
            assertThat(fault.message()).contains("'fr'");
        });
    }

    @Test
    void finds_a_value_that_a_general_text_does_not_get() throws IOException {
        generalTextsWithout("nothing");
        Path silence = folder.resolve("silence.texts.yaml");
        Files.writeString(silence, Files.readString(silence).replace("{topic}", "{wait}"));
        Files.writeString(folder.resolve("data.yaml"), "service: [outage.eta]\npersonalisation: [name]\n");
        assertThat(faults(folder))
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault.kind()).isIn(FaultKind.UNKNOWN_PLACEHOLDER, FaultKind.NO_FALLBACK));
    }

    /** Whoever gives the bot something new to say lists it. */
    @Test
    void what_the_code_says_is_listed() throws IOException {
        var said = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/attune"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Pattern.compile(
                                "\\.(?:talk|talkText|first)\\(\\s*\"([a-z_]+(?:\\.[a-z_]+)*)\"|talkChoice\\([^,]+, \"([a-z]+\\.[^\"]+)\"\\)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(
                                found -> said.add(found.group(1) == null ? found.group(2) + ".title" : found.group(1)));
            }
        }
        assertThat(said)
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(GeneralTexts.of(key))
                        .as("add '" + key + "' to GeneralTexts")
                        .isPresent());
    }

    @Test
    void the_shipped_dialogs_and_stories_are_without_fault() throws IOException {
        assertThat(faults(Path.of("dialogs"))).isEmpty();
    }

    @Test
    void the_shipped_dialogs_and_stories_are_checked_in_good_time() throws IOException {
        faults(Path.of("dialogs"));
        long begun = System.nanoTime();
        faults(Path.of("dialogs"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void purposes_are_those_that_customers_consent_to() {
        assertThat(DataUse.PURPOSES)
                .containsExactlyElementsOf(
                        Stream.of(Purpose.values()).map(Purpose::code).toList());
    }

    private List<FaultKind> kinds() throws IOException {
        return faults(folder).stream().map(Fault::kind).toList();
    }

    private static List<Fault> faults(Path book) throws IOException {
        var read = BookReader.read(book);
        var faults = new ArrayList<>(read.faults());
        faults.addAll(StoryReader.read(book, Names.of(read.dialogs(), Path.of("models")))
                .faults());
        return faults;
    }
}
