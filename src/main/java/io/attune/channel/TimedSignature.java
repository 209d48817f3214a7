package io.attune.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of webhooks that hold for a while only: {@code sha256=} and the HMAC-SHA256, in hex, of the seconds since 1970,
 * a dot, and the body as it travels. The seconds stand in a header beside it.
 */
public final class TimedSignature {
    private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private TimedSignature() {}

    /** Whether the secret made it, and not longer ago (or ahead) than {@code freshFor}. */
    public static boolean genuine(
            @Nullable String signature,
            @Nullable String timestamp,
            byte[] body,
            String secret,
            Instant now,
            Duration freshFor) {
        if (signature == null
                || timestamp == null
                || !FORM.matcher(signature).matches()
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        byte[] shown = HexFormat.of().parseHex(signature.substring("sha256=".length()));
        return MessageDigest.isEqual(shown, hmac(timestamp, body, secret)) && age.compareTo(freshFor) <= 0;
    }

    public static String of(String timestamp, byte[] body, String secret) {
        return "sha256=" + HexFormat.of().formatHex(hmac(timestamp, body, secret));
    }

    private static byte[] hmac(String timestamp, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Compares secrets; the time it takes tells nothing. */
    public static boolean same(String shown, String secret) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
