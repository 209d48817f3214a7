package io.attune.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.keys.HmacKey;

/**
 * What a site's identities are verified with.
 *
 * @param algorithm the only one accepted, as it stands in the header of a JWT
 */
public record SiteKey(String algorithm, Key key) {
    private static final int SHORTEST_SECRET = 32;

    static SiteKey ofSecret(String secret) {
        return new SiteKey("HS256", new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Optional<SiteKey> of(String site, AccessConfig.Key config) {
        String at = "attune.access.sites." + site + ".key";
        if (config.secret().isEmpty() && config.publicKey().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (config.algorithm()) {
                    case "HS256" -> ofSecret(secret(at, config));
                    case "RS256" -> new SiteKey("RS256", publicKey(at, "RSA", config));
                    case "EdDSA" -> new SiteKey("EdDSA", publicKey(at, "Ed25519", config));
                    default -> throw new IllegalArgumentException(at + ".algorithm must be one of HS256, RS256, EdDSA");
                });
    }

    private static String secret(String at, AccessConfig.Key config) {
        return config.secret()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .orElseThrow(() -> new IllegalArgumentException(
                        at + ".secret must have at least " + SHORTEST_SECRET + " characters for HS256"));
    }

    private static Key publicKey(String at, String kind, AccessConfig.Key config) {
        String pem = config.publicKey()
                .orElseThrow(
                        () -> new IllegalArgumentException(at + ".public-key is needed for " + config.algorithm()));
        try {
            byte[] der = Base64.getDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
            return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(at + ".public-key is no " + kind + " public key in PEM", e);
        }
    }
}
