package io.attune.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes, whatever it says of itself. Only what an agent needs to see or hear is known. */
final class FileType {
    private FileType() {}

    /** The media type; empty for everything else. */
    static Optional<String> of(byte[] file) {
        if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of("image/webp");
        }
        if (starts(file, 0, '%', 'P', 'D', 'F', '-')) {
            return Optional.of("application/pdf");
        }
        if (starts(file, 0, 'O', 'g', 'g', 'S')) {
            return Optional.of("audio/ogg");
        }
        if (starts(file, 0, '#', '!', 'A', 'M', 'R')) {
            return Optional.of("audio/amr");
        }
        if (starts(file, 0, 'I', 'D', '3') || starts(file, 0, 0xFF, 0xFB) || starts(file, 0, 0xFF, 0xF3)) {
            return Optional.of("audio/mpeg");
        }
        if (starts(file, 0, 0xFF, 0xF1) || starts(file, 0, 0xFF, 0xF9)) {
            return Optional.of("audio/aac");
        }
        return starts(file, 4, 'f', 't', 'y', 'p') ? Optional.of(container(file)) : Optional.empty();
    }

    private static String container(byte[] file) {
        String brand = file.length < 12 ? "" : new String(file, 8, 4, StandardCharsets.ISO_8859_1);
        return brand.startsWith("M4A") ? "audio/mp4" : brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
    }

    private static boolean starts(byte[] file, int at, int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
