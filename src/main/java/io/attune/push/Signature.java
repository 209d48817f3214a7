package io.attune.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves that a webhook is ours and of now: {@code t=<seconds since 1970>,v1=<hex>}, where v1 is the HMAC-SHA256 of
 * {@code <t>.<body>} under the shared secret.
 */
final class Signature {
    static final String HEADER = "Attune-Signature";

    private Signature() {}

    static String of(String secret, Instant at, String body) {
        String signed = at.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
