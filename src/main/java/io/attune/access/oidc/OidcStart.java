package io.attune.access.oidc;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Set;

/** A half-configured sign-in stops the start, with everything that is wrong with it. */
@ApplicationScoped
class OidcStart {
    private static final Set<String> ROLES = Set.of("agent", "supervisor", "admin", "integration");

    private final OidcConfig config;

    OidcStart(OidcConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent starting) {
        var wrong = new ArrayList<String>();
        if (config.issuer().isPresent()) {
            if (config.clientId().isEmpty()) {
                wrong.add("attune.oidc.client-id is required with an issuer");
            }
            if (config.publicAddress()
                    .filter(address -> address.matches("https?://[^/]+/?"))
                    .isEmpty()) {
                wrong.add("attune.oidc.public-address must be an origin such as https://care.example.net");
            }
            if (config.roles().isEmpty()) {
                wrong.add("attune.oidc.roles.<role there> = <role here> is required: nobody could come in");
            }
        }
        config.roles().forEach((there, here) -> {
            if (!ROLES.contains(here)) {
                wrong.add("attune.oidc.roles." + there + " must be one of agent, supervisor, admin, integration");
            }
        });
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("Attune does not start like this:\n  - " + String.join("\n  - ", wrong));
        }
    }
}
