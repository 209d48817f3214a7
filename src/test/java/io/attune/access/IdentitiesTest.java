package io.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.settings.DemoMode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** Which signed identities are believed. */
class IdentitiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "a secret of the shop's, long enough";

    private static Sites sites(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("attune.access.session-for", "PT8H");
        all.replaceAll((key, value) -> value.replace("\n", ""));
        AccessConfig config = new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
        DemoMode off = () -> false;
        return new Sites(config, off);
    }

    private static Sites shop() {
        return sites(Map.of("attune.access.sites.shop.key.secret", SECRET));
    }

    private static String verify(Sites sites, String jwt) throws BadIdentity {
        return new Identities(sites, Clock.fixed(NOW, ZoneOffset.UTC))
                .verify(sites.find("shop").orElseThrow(), jwt);
    }

    private static JwtClaims claims(String subject, long lifeSeconds) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + lifeSeconds));
        return claims;
    }

    private static String sign(JwtClaims claims, String algorithm, Key key) throws Exception {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    private static String signed(JwtClaims claims, String secret) throws Exception {
        return sign(claims, "HS256", new HmacKey(secret.getBytes()));
    }

    private static void refused(String jwt, String why) {
        assertThatThrownBy(() -> verify(shop(), jwt))
                .isInstanceOf(BadIdentity.class)
                .hasMessageContaining(why);
    }

    @Test
    void believes_what_the_site_signed() throws Exception {
        assertThat(verify(shop(), signed(claims("c-1", 3600), SECRET))).isEqualTo("c-1");
    }

    @Test
    void refuses_another_secret() throws Exception {
        refused(signed(claims("c-1", 60), "another secret, also long enough here"), "not a JWT signed with");
    }

    @Test
    void refuses_what_has_expired_or_lasts_too_long() throws Exception {
        refused(signed(claims("c-1", -31), SECRET), "expired");
        refused(signed(claims("c-1", 3700), SECRET), "more than an hour");
    }

    @Test
    void refuses_missing_and_odd_subjects() throws Exception {
        var nobody = new JwtClaims();
        nobody.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
        refused(signed(nobody, SECRET), "sub and exp");
        var forever = new JwtClaims();
        forever.setSubject("c-1");
        refused(signed(forever, SECRET), "sub and exp");
        refused(signed(claims("no id at all", 60), SECRET), "not a customer id");
    }

    @Test
    void refuses_an_unsigned_one() {
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims("c-1", 60).toJson().getBytes());
        refused(header + "." + payload + ".", "not a JWT signed with");
    }

    @Test
    void believes_public_keys_and_no_other_algorithm_with_them() throws Exception {
        for (var kind : Map.of("RS256", "RSA", "EdDSA", "Ed25519").entrySet()) {
            KeyPair pair = KeyPairGenerator.getInstance(kind.getValue()).generateKeyPair();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----";
            Sites sites = sites(Map.of(
                    "attune.access.sites.shop.key.algorithm",
                    kind.getKey(),
                    "attune.access.sites.shop.key.public-key",
                    pem));
            assertThat(verify(sites, sign(claims("c-1", 60), kind.getKey(), pair.getPrivate())))
                    .isEqualTo("c-1");
            // The old trick: the public key, which everybody has, taken for a shared secret.
            String forged = sign(
                    claims("c-1", 60), "HS256", new HmacKey(pair.getPublic().getEncoded()));
            assertThatThrownBy(() -> verify(sites, forged)).isInstanceOf(BadIdentity.class);
        }
    }

    @Test
    void names_the_setting_of_a_bad_key() {
        assertThatThrownBy(() -> sites(Map.of("attune.access.sites.shop.key.secret", "short")))
                .hasMessageContaining("attune.access.sites.shop.key.secret");
        assertThatThrownBy(() -> sites(Map.of(
                        "attune.access.sites.shop.key.algorithm", "RS256",
                        "attune.access.sites.shop.key.public-key", "AAAA")))
                .hasMessageContaining("attune.access.sites.shop.key.public-key");
        assertThatThrownBy(() -> sites(Map.of(
                        "attune.access.sites.shop.key.algorithm",
                        "XS256",
                        "attune.access.sites.shop.key.secret",
                        SECRET)))
                .hasMessageContaining("HS256, RS256, EdDSA");
    }

    @Test
    void knows_origins_with_every_port_and_no_lookalikes() {
        var site = new Site("demo", DemoAccess.ORIGINS, java.util.Optional.empty());
        assertThat(site.allows("http://localhost:8080")).isTrue();
        assertThat(site.allows("http://127.0.0.1")).isTrue();
        assertThat(site.allows("http://localhost.evil.example")).isFalse();
        assertThat(site.allows("http://localhost:80.evil.example")).isFalse();
        assertThat(site.allows("https://localhost:8080")).isFalse();
        assertThat(site.allows("null")).isFalse();
    }
}
