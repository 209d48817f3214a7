package io.attune.understanding.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder of trained models, read whole: what is checked is what is used, whatever happens to the files
 * meanwhile.
 *
 * @param folder where they were
 * @param files by name
 */
record ModelBytes(Path folder, Map<String, byte[]> files) {
    private static final int MOST = 400 << 20;

    /** @throws IOException when the folder cannot be read, or holds more than 400 MB */
    static ModelBytes read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int left = MOST;
        try (var all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = whole(file, left);
                left -= bytes.length;
                files.put(String.valueOf(file.getFileName()), bytes);
            }
        }
        return new ModelBytes(folder, files);
    }

    private static byte[] whole(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException(file + ": the models take more than 400 MB");
            }
            return bytes;
        }
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] get(String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NoSuchFileException(folder.resolve(name).toString(), null, "there is no such file");
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
