package io.attune.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature-256}: {@code sha256=} and the HMAC-SHA256 of the body as it came, in hex. */
final class Signature {
    private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");

    private Signature() {}

    /** Whether one of the secrets made it. */
    static boolean genuine(@Nullable String header, byte[] body, List<String> secrets) {
        if (header == null || !FORM.matcher(header).matches()) {
            return false;
        }
        byte[] shown = HexFormat.of().parseHex(header.substring("sha256=".length()));
        boolean genuine = false;
        for (String secret : secrets) {
            // Each one to the end, so that the time tells nothing.
            genuine |= !secret.isBlank() && MessageDigest.isEqual(shown, hmac(secret, body));
        }
        return genuine;
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
