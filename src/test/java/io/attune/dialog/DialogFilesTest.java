package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.DialogFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of the dialogs: what names it, and what is kept of it. */
class DialogFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aDialog() throws IOException {
        write("a.yaml", "dialog: a\n");
        write("b/c.texts.yaml", "x: {en: X}\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String version() throws IOException {
        return DialogFiles.read(folder).version();
    }

    @Test
    void is_named_by_its_content_and_nothing_else() throws IOException {
        String before = version();
        assertThat(before).matches("[0-9a-f]{16}");
        write("a.story.yaml", "- story: a test\n");
        write("notes.txt", "not a dialog");
        Files.setLastModifiedTime(folder.resolve("a.yaml"), FileTime.fromMillis(0));
        assertThat(version()).isEqualTo(before);
        write("a.yaml", "dialog: b\n");
        String edited = version();
        assertThat(edited).isNotEqualTo(before);
        Files.move(folder.resolve("a.yaml"), folder.resolve("d.yaml"));
        assertThat(version()).isNotIn(before, edited);
    }

    @Test
    void a_byte_that_moves_from_one_file_to_the_next_is_another_version() throws IOException {
        write("e.yaml", "ab");
        write("f.yaml", "c");
        String before = version();
        write("e.yaml", "a");
        write("f.yaml", "bc");
        assertThat(version()).isNotEqualTo(before);
    }

    @Test
    void comes_back_from_its_archive_as_it_was() throws IOException {
        DialogFiles shipped = DialogFiles.read(Path.of("dialogs"));
        DialogFiles back = DialogFiles.unpacked(shipped.packed());
        assertThat(back.version()).isEqualTo(shipped.version());
        assertThat(back.book()).isEqualTo(BookReader.read(Path.of("dialogs")));
        assertThat(shipped.packed().length).isLessThan(400_000);
    }

    @Test
    void an_archive_cannot_write_outside_of_its_folder() {
        var files = new TreeMap<>(Map.of("../../evil.yaml", "x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new DialogFiles(files).book()).isInstanceOf(IOException.class);
    }

    @Test
    void a_folder_of_something_else_is_not_read_whole() throws IOException {
        try (var huge = Files.newByteChannel(
                folder.resolve("huge.yaml"),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.SPARSE,
                java.nio.file.StandardOpenOption.WRITE)) {
            huge.position(65L << 20);
            huge.write(java.nio.ByteBuffer.wrap(new byte[] {1}));
        }
        assertThatThrownBy(() -> DialogFiles.read(folder)).hasMessageContaining("too many");
    }
}
