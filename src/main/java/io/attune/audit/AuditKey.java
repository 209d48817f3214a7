package io.attune.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes hashes and pseudonyms (HMAC-SHA-256). */
public final class AuditKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;
    private static final int FRESH_BYTES = 32;

    private final SecretKeySpec key;

    public AuditKey(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** A secret that nobody can guess. */
    public static String fresh() {
        byte[] bytes = new byte[FRESH_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String hash(String content) {
        return HexFormat.of().formatHex(mac(content));
    }

    /** Always the same for one customer, and nobody without the key can tell whose it is. */
    String pseudonym(String customer) {
        return HexFormat.of().formatHex(mac("customer\n" + customer), 0, PSEUDONYM_BYTES);
    }

    private byte[] mac(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
