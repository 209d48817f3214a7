package io.attune.channel.directline;

import io.attune.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens: JWTs signed with a key made of the site's secret, so that any node reads those of every other and a restart
 * ends none. The claim {@code user} is a string: Web Chat takes it for the id that it writes as.
 */
@Singleton
class Tokens {
    /** In the address of a stream, where a token that lasts must not stand. */
    static final Duration STREAM_FOR = Duration.ofSeconds(60);

    private static final String CONVERSATION = "conversation";
    private static final String STREAM = "stream";

    private final SiteSecrets secrets;
    private final Clock clock;
    private final Duration lasts;

    Tokens(SiteSecrets secrets, Clock clock, DirectLineConfig config) {
        this.secrets = secrets;
        this.clock = clock;
        this.lasts = config.tokenFor();
    }

    long lastsSeconds() {
        return lasts.toSeconds();
    }

    String token(Grant.OfConversation grant) {
        return sign(grant, CONVERSATION, lasts, null);
    }

    /** @param once names this address, so that it opens one stream */
    String stream(Grant.OfConversation grant, String once) {
        return sign(grant, STREAM, STREAM_FOR, once);
    }

    /** What the token grants, while it lasts. */
    Optional<Grant.OfConversation> read(String token) {
        return claims(token, CONVERSATION).map(Tokens::grant);
    }

    /** A token of a stream's address. */
    record Stream(Grant.OfConversation grant, String once) {}

    Optional<Stream> readStream(String token) {
        return claims(token, STREAM).map(claims -> new Stream(grant(claims), text(claims, "jti")));
    }

    private String sign(Grant.OfConversation grant, String use, Duration life, @Nullable String once) {
        var claims = new JwtClaims();
        claims.setIssuer(grant.site());
        claims.setSubject(grant.customer());
        claims.setStringClaim("conv", grant.conv());
        claims.setStringClaim("use", use);
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(life).getEpochSecond()));
        if (once != null) {
            claims.setJwtId(once);
        }
        if (grant.user() != null) {
            claims.setStringClaim("user", grant.user());
        }
        if (!grant.origins().isEmpty()) {
            claims.setStringListClaim("origins", grant.origins());
        }
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(key(secrets.of(grant.site()).getFirst()));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static HmacKey key(String secret) {
        return new HmacKey(Secrets.kept("direct line token " + secret).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<JwtClaims> claims(String token, String use) {
        for (String secret : secrets.of(issuer(token))) {
            try {
                JwtClaims claims = new JwtConsumerBuilder()
                        .setRequireSubject()
                        .setRequireExpirationTime()
                        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                        .setSkipDefaultAudienceValidation()
                        .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "HS256")
                        .setVerificationKey(key(secret))
                        .build()
                        .processToClaims(token);
                if (use.equals(text(claims, "use"))) {
                    return Optional.of(claims);
                }
            } catch (InvalidJwtException e) {
                // Signed with another secret of the site, expired, or not ours at all: the next may fit.
            }
        }
        return Optional.empty();
    }

    /** Whose key to try; nothing is believed of it before the signature is. */
    private static String issuer(String token) {
        try {
            String issuer = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token)
                    .getIssuer();
            return issuer == null ? "" : issuer;
        } catch (InvalidJwtException | MalformedClaimException e) {
            return "";
        }
    }

    private static Grant.OfConversation grant(JwtClaims claims) {
        String user = text(claims, "user");
        List<String> origins = claims.isClaimValueStringList("origins") ? list(claims, "origins") : List.of();
        return new Grant.OfConversation(
                text(claims, "iss"), text(claims, "conv"), text(claims, "sub"), user.isEmpty() ? null : user, origins);
    }

    private static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : "";
    }

    private static List<String> list(JwtClaims claims, String name) {
        try {
            return claims.getStringListClaimValue(name);
        } catch (MalformedClaimException e) {
            return List.of();
        }
    }
}
