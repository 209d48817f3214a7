package io.attune.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A package of the npm registry, fetched once into {@code target/npm} and kept there. Where npm or the registry is out of
 * reach the test is skipped and says so.
 */
public record NpmPackage(String name, String version) {
    private static final Path FETCHED = Path.of("target", "npm");
    private static final long PATIENCE_SECONDS = 90;

    /** A file of the package, such as {@code dist/webchat.js}. */
    public Path file(String path) {
        Path folder = FETCHED.resolve(name.replace('/', '-') + "-" + version);
        Path file = folder.resolve("package").resolve(path);
        if (!Files.exists(file)) {
            fetch(folder, path);
        }
        Assumptions.assumeTrue(
                Files.exists(file),
                name + " " + version + " could not be fetched: npm and its registry are needed to test with it");
        return file;
    }

    private void fetch(Path folder, String path) {
        try {
            Files.createDirectories(folder);
            boolean packed = run("npm", "pack", name + "@" + version, "--pack-destination", folder.toString());
            Optional<Path> archive = archive(folder);
            if (packed && archive.isPresent()) {
                run("tar", "-xzf", archive.get().toString(), "-C", folder.toString(), "package/" + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
