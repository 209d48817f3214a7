package io.attune.access.oidc;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The two calls of the authorization code flow (RFC 6749, OpenID Connect Core 3.1): what the server is, and the token for a
 * code. The ID token is verified by signature, issuer, audience, time and nonce.
 */
@Singleton
class OidcClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int OK = 200;
    /** Asymmetric ones alone: with a shared secret, whoever can verify could sign. */
    private static final String[] ALGORITHMS = {"RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"};

    private final OidcConfig config;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final AtomicReference<@Nullable OidcServer> known = new AtomicReference<>();
    private final AtomicReference<@Nullable HttpsJwks> keys = new AtomicReference<>();

    OidcClient(OidcConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    OidcServer server() throws OidcFault {
        OidcServer server = known.get();
        if (server == null) {
            String issuer = config.issuer().orElseThrow(() -> new OidcFault("no issuer is configured"));
            String below = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            server = OidcServer.read(
                    issuer,
                    send(request(below + "/.well-known/openid-configuration")
                            .GET()
                            .build()));
            known.set(server);
            var fresh = new HttpsJwks(server.keys());
            var get = new Get();
            get.setConnectTimeout((int) TIMEOUT.toMillis());
            get.setReadTimeout((int) TIMEOUT.toMillis());
            fresh.setSimpleHttpGet(get);
            keys.set(fresh);
        }
        return server;
    }

    /** The verified claims of whoever the code was given for. */
    JwtClaims claims(String code, String verifier, String nonce, String redirect) throws OidcFault {
        Map<String, String> form = new java.util.LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", redirect, "code_verifier", verifier));
        var request = request(server().token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (config.clientSecret().isPresent()) {
            String pair = encode(client()) + ":" + encode(config.clientSecret().get());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", client());
        }
        String answer = send(
                request.POST(HttpRequest.BodyPublishers.ofString(form(form))).build());
        return verified(idToken(answer), nonce);
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String client() throws OidcFault {
        return config.clientId().orElseThrow(() -> new OidcFault("no client id is configured"));
    }

    private static String idToken(String answer) throws OidcFault {
        try {
            if (JsonUtil.parseJson(answer).get("id_token") instanceof String token) {
                return token;
            }
        } catch (JoseException e) {
            throw new OidcFault("the token endpoint did not answer with JSON");
        }
        throw new OidcFault("the token endpoint gave no id_token");
    }

    private JwtClaims verified(String token, String nonce) throws OidcFault {
        HttpsJwks from = keys.get();
        if (from == null) {
            throw new OidcFault("the server's keys are not known");
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .setExpectedIssuer(server().issuer())
                    .setExpectedAudience(client())
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(from))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS))
                    .build()
                    .processToClaims(token);
            if (!nonce.equals(claims.getClaimValue("nonce"))) {
                throw new OidcFault("the id token was made for another sign-in");
            }
            return claims;
        } catch (InvalidJwtException e) {
            throw new OidcFault("the id token does not hold: "
                    + e.getErrorDetails().stream()
                            .map(detail -> String.valueOf(detail.getErrorCode()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static HttpRequest.Builder request(String address) throws OidcFault {
        try {
            return HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new OidcFault("not an address: " + address);
        }
    }

    private String send(HttpRequest request) throws OidcFault {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new OidcFault(request.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new OidcFault("the server cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcFault("interrupted");
        }
    }
}
