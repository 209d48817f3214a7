package io.attune.access.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * A stand-in for an OpenID Connect server, strict where a real one is: the client must be known, the redirect registered, a
 * code is used once, its PKCE verifier must fit. Whoever comes to its authorization endpoint is signed in as {@link #user}.
 */
final class IdentityServer implements AutoCloseable {
    static final String CLIENT = "attune";
    static final String SECRET = "the client's secret";

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    volatile String user = "ines";
    volatile List<String> roles = List.of("care-agents");
    /** What a test does to the claims before they are signed. */
    volatile Consumer<JwtClaims> spoil = claims -> {};

    IdentityServer() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/realm/keys", exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson()));
        server.createContext("/realm/authorize", this::authorize);
        server.createContext("/realm/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    private String discovery() {
        return JsonUtil.toJson(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        boolean right = CLIENT.equals(query.get("client_id"))
                && "code".equals(query.get("response_type"))
                && query.getOrDefault("scope", "").contains("openid")
                && "S256".equals(query.get("code_challenge_method"))
                && query.getOrDefault("redirect_uri", "").endsWith("/api/v1/sessions/oidc/callback");
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String pair = java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean right = asked != null
                && "authorization_code".equals(form.get("grant_type"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                JsonUtil.toJson(Map.of(
                        "access_token", "opaque", "token_type", "Bearer", "id_token", idToken(asked.get("nonce")))));
    }

    private String idToken(String nonce) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("sub-" + user);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + 300));
        claims.setClaim("nonce", nonce);
        claims.setClaim("preferred_username", user);
        claims.setClaim("name", "Inés Ruiz");
        claims.setClaim("realm_access", Map.of("roles", roles));
        spoil.accept(claims);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKeyIdHeaderValue("k1");
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        var values = new HashMap<String, String>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            values.put(
                    URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
