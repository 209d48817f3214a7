package io.attune.channel.helpdesk;

import io.attune.conversation.LiveFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the bridge. */
@ApplicationScoped
class Helpdesk {
    private static final int SHORTEST_SECRET = 32;

    void start(@Observes @Priority(2) StartupEvent starting, HelpdeskConfig config, Telling telling, LiveFeed feed) {
        boolean hasSecret = config.secret()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .isPresent();
        if (!hasSecret && (config.url().isPresent() || config.secret().isPresent())) {
            throw new ConfigurationException(
                    "attune.helpdesk.secret must have at least " + SHORTEST_SECRET + " characters");
        }
        if (config.url().isPresent()) {
            telling.start(feed);
        }
    }

    void stop(@Observes @Priority(5) ShutdownEvent stopping, Telling telling, Courier courier) {
        telling.stop();
        courier.close();
    }
}
