package io.attune.access;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How operators can sign in. */
@Singleton
public class SignInWays {
    private static final String START = "/api/v1/sessions/oidc";

    private final boolean passwords;
    private final boolean oidc;
    private final String name;

    SignInWays(
            AccessConfig config,
            @ConfigProperty(name = "attune.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "attune.oidc.name", defaultValue = "Single sign-on") String name) {
        this.passwords = config.passwords();
        this.oidc = issuer.isPresent();
        this.name = name;
    }

    /** @param start where the browser goes */
    public record Way(String name, String start) {}

    boolean passwords() {
        return passwords || !oidc;
    }

    String name() {
        return name;
    }

    @Nullable
    Way other() {
        return oidc ? new Way(name, START) : null;
    }
}
