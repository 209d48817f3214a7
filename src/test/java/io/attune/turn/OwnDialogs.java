package io.attune.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A server with a folder of dialogs that can be written to. */
public final class OwnDialogs implements QuarkusTestProfile {
    public static final Path FOLDER =
            Path.of("target/dialogs-" + ProcessHandle.current().pid());
    private static final Path SHIPPED = Path.of("dialogs");

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            restore();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "attune.turn.dialogs", FOLDER.toString(),
                "attune.turn.look-for-dialogs", "150ms",
                "attune.db.url", "jdbc:h2:mem:reload;DB_CLOSE_DELAY=-1");
    }

    /** As they are shipped again; {@code new.yaml}, where a test has made one, goes. */
    public static void restore() throws IOException {
        Files.deleteIfExists(FOLDER.resolve("new.yaml"));
        try (var files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = FOLDER.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    public static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
