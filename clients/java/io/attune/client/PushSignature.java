package io.attune.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** For the provider's server: whether a webhook is Attune's, unchanged and of now. */
public final class PushSignature {
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private PushSignature() {}

    /**
     * @param header the request's {@code Attune-Signature}
     * @param body the request's body, byte for byte
     * @param tolerance how old it may be, against replays; five minutes is customary
     */
    public static boolean isValid(String secret, String header, byte[] body, Instant now, Duration tolerance) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (Duration.between(at, now).abs().compareTo(tolerance) > 0) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((parts.group(1) + ".").getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(parts.group(2)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
