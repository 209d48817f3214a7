package io.attune.dialog.yaml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that dialogs are read from, as they were in one moment: what {@link BookReader} looks at, tests left out.
 *
 * @param contents by path below the folder, with slashes
 */
public record DialogFiles(SortedMap<String, byte[]> contents) {
    private static final int DIGITS = 16;
    /** More than any care team writes; a folder given by mistake, such as the root, is not read whole. */
    private static final long MOST_BYTES = 64L << 20;

    public DialogFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /** @throws IOException also where the folder holds far more than dialogs */
    public static DialogFiles read(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        long bytes = 0;
        for (Path file : BookReader.files(folder)) {
            bytes += Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new IOException("the files of the folder are too many for dialogs: " + folder);
            }
            contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return new DialogFiles(contents);
    }

    /** Names the content: the same files give the same, on every machine. 16 hexadecimal digits. */
    public String version() {
        MessageDigest digest = sha256();
        contents.forEach((path, content) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(8)
                    .putInt(name.length)
                    .putInt(content.length)
                    .flip());
            digest.update(name);
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As one compressed archive (zip). */
    public byte[] packed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where {@code packed} is no such archive */
    public static DialogFiles unpacked(byte[] packed) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new DialogFiles(contents);
    }

    /** Reads them, from a folder of their own that is gone afterwards: what is read is what was hashed. */
    public BookReader.Book book() throws IOException {
        Path folder = Files.createTempDirectory("attune-dialogs");
        try {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                Path path = folder.resolve(file.getKey()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("a file of dialogs lies outside of their folder: " + file.getKey());
                }
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return BookReader.read(folder);
        } finally {
            Files.walkFileTree(folder, new Remover());
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
