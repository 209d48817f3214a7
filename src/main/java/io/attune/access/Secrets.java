package io.attune.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets and what is kept of them. A secret has 256 bits, so a plain hash of it cannot be guessed back. */
@Singleton
public class Secrets {
    private static final String ANONYMOUS = "anon-";
    private final SecureRandom chance = new SecureRandom();

    /** A new secret: 43 characters, fit for a header or a URL. */
    public String secret() {
        return random(32);
    }

    /** A new id for an anonymous customer. */
    public String anonymousId() {
        return ANONYMOUS + random(16);
    }

    static boolean isAnonymous(String customer) {
        return customer.startsWith(ANONYMOUS);
    }

    private String random(int bytes) {
        byte[] bits = new byte[bytes];
        chance.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What is kept of a secret: SHA-256 in hex. */
    public static String kept(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
