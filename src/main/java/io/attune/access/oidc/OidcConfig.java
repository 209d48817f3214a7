package io.attune.access.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Sign-in by an OpenID Connect server. Off until it has an issuer. */
@ConfigMapping(prefix = "attune.oidc")
public interface OidcConfig {
    /** The server's issuer, such as {@code https://login.example.net/realms/care}; its discovery document stands below it. */
    Optional<String> issuer();

    /** What this server is called there. Required with an issuer. */
    Optional<String> clientId();

    /** The client's secret; without one the server must take PKCE alone. Prefer an environment variable. */
    Optional<String> clientSecret();

    /** Where browsers reach Attune, such as {@code https://care.example.net}: the way back. Required with an issuer. */
    Optional<String> publicAddress();

    /** What stands on the button. */
    @WithDefault("Single sign-on")
    String name();

    /** What is asked for, by spaces. */
    @WithDefault("openid profile")
    String scope();

    /** The claim that is the user's name here. It must never be given to another person. */
    @WithDefault("preferred_username")
    String userClaim();

    /** The claim that lists roles or groups; dots lead into objects, as in {@code realm_access.roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** Which role there is which here ({@code agent}, {@code supervisor}, {@code admin}). Who has none may not come in. */
    Map<String, String> roles();
}
