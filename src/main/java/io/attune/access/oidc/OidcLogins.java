package io.attune.access.oidc;

import io.attune.access.Operators;
import io.attune.access.Secrets;
import io.attune.access.Tickets;
import io.attune.access.store.LoginStore;
import io.attune.access.store.LoginStore.Login;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/**
 * Sign-ins by the provider's server, from the first redirect to a code for the console. A sign-in is bound to the browser
 * that began it (a cookie), to one answer of the server's (state, used once) and to one ID token (nonce); the code that
 * the console gets opens one session within a minute.
 */
@Singleton
class OidcLogins {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String CALLBACK = "/api/v1/sessions/oidc/callback";
    /** Of what opens the most, the most. */
    private static final List<String> ROLES = List.of("admin", "supervisor", "agent", "integration");

    private final OidcConfig config;
    private final OidcClient client;
    private final LoginStore logins;
    private final Operators operators;
    private final Tickets tickets;
    private final Secrets secrets;
    private final Clock clock;

    OidcLogins(
            OidcConfig config,
            OidcClient client,
            LoginStore logins,
            Operators operators,
            Tickets tickets,
            Secrets secrets,
            Clock clock) {
        this.config = config;
        this.client = client;
        this.logins = logins;
        this.operators = operators;
        this.tickets = tickets;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean isOn() {
        return config.issuer().isPresent();
    }

    /**
     * A sign-in that has begun.
     *
     * @param address where the browser goes
     * @param browser what it must still have when it comes back
     */
    record Begun(String address, String browser) {}

    Begun begin() throws OidcFault {
        String state = secrets.secret();
        String browser = secrets.secret();
        String nonce = secrets.secret();
        String verifier = secrets.secret();
        OidcServer server = client.server();
        logins.add(
                Secrets.kept(state),
                new Login(
                        Secrets.kept(browser),
                        nonce,
                        verifier,
                        clock.instant().plus(LIFE).toEpochMilli()),
                clock.millis());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", config.clientId().orElseThrow(() -> new OidcFault("no client id is configured")));
        query.put("redirect_uri", redirect());
        query.put("scope", config.scope());
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        String joint = server.authorization().contains("?") ? "&" : "?";
        return new Begun(server.authorization() + joint + OidcClient.form(query), browser);
    }

    /** The code with which the console opens the session. */
    String finish(String state, String browser, String code) throws OidcFault {
        Login login = logins.take(Secrets.kept(state), clock.millis())
                .filter(begun -> MessageDigest.isEqual(
                        begun.browser().getBytes(StandardCharsets.UTF_8),
                        Secrets.kept(browser).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new OidcFault("not a sign-in that this browser began"));
        JwtClaims claims = client.claims(code, login.verifier(), login.nonce(), redirect());
        String user = user(claims);
        String name = claims.getClaimValue("name") instanceof String given && !given.isBlank() ? given : user;
        String role = role(claims).orElseThrow(() -> new OidcFault("this user has no role here"));
        if (operators.known(new Operators.Operator(user, cut(name), role)).isEmpty()) {
            throw new OidcFault("this user may not come in: disabled, or the name is another account's");
        }
        return tickets.forSession(user);
    }

    private static String cut(String name) {
        return name.length() <= 128 ? name : name.substring(0, 128);
    }

    private String user(JwtClaims claims) throws OidcFault {
        Object user = claims.getClaimValue(config.userClaim());
        if (user instanceof String text && text.matches("[A-Za-z0-9_.@-]{1,64}")) {
            return text;
        }
        throw new OidcFault("the claim " + config.userClaim() + " is no user name of 1 to 64 of A-Za-z0-9_.@-");
    }

    private Optional<String> role(JwtClaims claims) {
        Object found = claims.getClaimsMap();
        for (String part : config.rolesClaim().split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(part) : null;
        }
        Collection<?> theirs = found instanceof Collection<?> many ? many : found == null ? List.of() : List.of(found);
        return ROLES.stream()
                .filter(role -> theirs.stream()
                        .anyMatch(one -> role.equals(config.roles().get(String.valueOf(one)))))
                .findFirst();
    }

    private String redirect() throws OidcFault {
        String address =
                config.publicAddress().orElseThrow(() -> new OidcFault("attune.oidc.public-address is not configured"));
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + CALLBACK;
    }

    boolean isSecure() {
        return config.publicAddress()
                .filter(address -> address.startsWith("https:"))
                .isPresent();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
