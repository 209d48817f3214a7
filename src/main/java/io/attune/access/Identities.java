package io.attune.access;

import io.attune.message.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Identities: JWTs in which a site says who its customer is. {@code sub} is the customer, {@code exp} within an hour. */
@Singleton
public class Identities {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final Sites sites;
    private final Clock clock;

    Identities(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The customer that {@code jwt} names, by the key of {@code site}. */
    public String verify(Site site, String jwt) throws BadIdentity {
        SiteKey key = site.key().orElseThrow(() -> new BadIdentity("this site has no key to verify identities with"));
        try {
            String customer = consumer(key).processToClaims(jwt).getSubject();
            if (!Ids.isId(customer)) {
                throw new BadIdentity("its sub is not a customer id");
            }
            return customer;
        } catch (InvalidJwtException e) {
            throw new BadIdentity(why(e));
        } catch (MalformedClaimException e) {
            throw new BadIdentity("its claims are malformed");
        }
    }

    /** The customer that {@code jwt} names, by the key of whichever site signed it. */
    public Optional<String> verify(String jwt) {
        for (Site site : sites.all()) {
            try {
                return Optional.of(verify(site, jwt));
            } catch (BadIdentity e) {
                // Signed by another site, or by none: the next may know it.
            }
        }
        return Optional.empty();
    }

    /** An identity as the demo site would sign it. Only in demo mode. */
    public String demo(String customer) {
        Site site = sites.find(DemoAccess.SITE).orElseThrow(() -> new IllegalStateException("not in demo mode"));
        var claims = new JwtClaims();
        claims.setSubject(customer);
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LONGEST).getEpochSecond()));
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        SiteKey key = site.key().orElseThrow();
        signature.setAlgorithmHeaderValue(key.algorithm());
        signature.setKey(key.key());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with the demo site's key", e);
        }
    }

    private JwtConsumer consumer(SiteKey key) {
        return new JwtConsumerBuilder()
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setSkipDefaultAudienceValidation()
                .setVerificationKey(key.key())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, key.algorithm())
                .build();
    }

    private static String why(InvalidJwtException e) {
        if (e.hasExpired()) {
            return "it has expired";
        }
        if (e.hasErrorCode(ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE)) {
            return "its exp is more than an hour away";
        }
        if (e.hasErrorCode(ErrorCodes.EXPIRATION_MISSING) || e.hasErrorCode(ErrorCodes.SUBJECT_MISSING)) {
            return "it needs sub and exp";
        }
        return "it is not a JWT signed with this site's key";
    }
}
