package io.attune.channel.rasa;

import io.attune.access.Secrets;
import io.attune.channel.exchange.Party;
import io.attune.customer.Customers;
import io.attune.message.Channel;
import io.attune.problem.ProblemException;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may write, and which customer a sender is. */
@Singleton
class Door {
    private static final String IDENTITY = "rasa";
    private static final String BEARER = "Bearer ";
    private static final int SHORTEST_TOKEN = 32;
    private static final int SHORTEST_SENDER = 20;
    private static final int LONGEST_SENDER = 256;

    private final RasaConfig config;
    private final DemoMode demo;
    private final Customers customers;

    Door(RasaConfig config, DemoMode demo, Customers customers) {
        this.config = config;
        this.demo = demo;
        this.customers = customers;
    }

    void check(@Observes StartupEvent starting) {
        if (config.token().filter(token -> token.length() < SHORTEST_TOKEN).isPresent()) {
            throw new ConfigurationException("attune.rasa.token must have at least " + SHORTEST_TOKEN + " characters");
        }
    }

    Party admit(@Nullable String authorization, @Nullable String sender) {
        boolean trusted = isTrusted(authorization);
        if (!trusted && !config.open() && !demo.on()) {
            throw config.token().isPresent()
                    ? ProblemException.unauthorized("Send Authorization: Bearer with attune.rasa.token.")
                    : ProblemException.notFound("Rasa's channel is closed: set attune.rasa.token or attune.rasa.open.");
        }
        if (sender == null || sender.isBlank() || sender.length() > LONGEST_SENDER) {
            throw ProblemException.badRequest("sender", "must have 1 to " + LONGEST_SENDER + " characters");
        }
        if (!trusted && !demo.on() && sender.length() < SHORTEST_SENDER) {
            throw ProblemException.badRequest(
                    "sender", "must have at least " + SHORTEST_SENDER + " characters made by chance");
        }
        Optional<String> known = trusted ? customers.byIdentity(IDENTITY, sender) : Optional.empty();
        String hash = Secrets.kept("rasa " + sender);
        return new Party(Channel.RASA, hash, known.orElse("rasa-" + hash.substring(0, 40)), null);
    }

    private boolean isTrusted(@Nullable String authorization) {
        return config.token()
                .filter(token -> authorization != null
                        && MessageDigest.isEqual(
                                (BEARER + token).getBytes(StandardCharsets.UTF_8),
                                authorization.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
