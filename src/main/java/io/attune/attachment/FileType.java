package io.attune.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;

/** What a file is, judged by its first bytes alone. Safe for many threads. */
final class FileType {
    private static final int LOOKED_AT = 8192;

    /** Names of one thing are brought to the one that browsers know. */
    private static final Map<String, String> SAME = Map.of(
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "application/ogg", "audio/ogg",
            "audio/x-wav", "audio/wav",
            "audio/vnd.wave", "audio/wav",
            "image/heif", "image/heic",
            "video/mp4", "audio/mp4",
            "application/mp4", "audio/mp4");

    private final Tika tika = new Tika();

    /** The media type; empty for bytes that are nothing known. An MP4 counts as sound only when it says so itself. */
    Optional<String> of(InputStream bytes) throws IOException {
        var in = new BufferedInputStream(bytes, LOOKED_AT);
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        String found = tika.detect(start);
        if (found.equals("video/mp4") && !isSound(start)) {
            return Optional.of(found);
        }
        // Markup is text too, and a browser might run it.
        if (found.startsWith("text/") || found.equals("application/octet-stream")) {
            return found.equals("text/plain") && isText(start) ? Optional.of(found) : Optional.empty();
        }
        return Optional.of(SAME.getOrDefault(found, found));
    }

    private static boolean isSound(byte[] start) {
        return start.length > 12 && new String(start, 4, 8, StandardCharsets.ISO_8859_1).startsWith("ftypM4A");
    }

    /** Whether it is UTF-8 without control characters; the last character may be cut. */
    private static boolean isText(byte[] start) {
        for (byte b : start) {
            if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        int end = start.length;
        if (end == LOOKED_AT) {
            while (end > 0 && (start[end - 1] & 0x80) != 0) {
                end--;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, end));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
