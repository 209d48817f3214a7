package io.attune.channel.chatwoot;

import io.attune.channel.ChannelConfig;
import io.attune.channel.Outbox;
import io.attune.channel.store.OutboxStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Starts and stops the bridge. */
@ApplicationScoped
class Chatwoot {
    private static final int SHORTEST_SECRET = 16;

    @Produces
    @Singleton
    @Named(ChatwootCarrier.CHANNEL)
    Outbox outbox(
            ChatwootCarrier carrier,
            OutboxStore store,
            ConversationLog log,
            ChannelConfig config,
            Clock clock,
            MeterRegistry meters) {
        return new Outbox(carrier, store, log, config, clock, meters);
    }

    void start(
            @Observes @Priority(2) StartupEvent starting,
            ChatwootConfig config,
            @Named(ChatwootCarrier.CHANNEL) Outbox outbox,
            LiveFeed feed) {
        if (config.url().isPresent()) {
            if (config.token().isEmpty()
                    || config.secret()
                            .filter(s -> s.length() >= SHORTEST_SECRET)
                            .isEmpty()) {
                throw new ConfigurationException("attune.chatwoot.url needs attune.chatwoot.token, and"
                        + " attune.chatwoot.secret with at least " + SHORTEST_SECRET + " characters");
            }
            outbox.start(feed);
        }
    }

    void stop(
            @Observes @Priority(5) ShutdownEvent stopping,
            @Named(ChatwootCarrier.CHANNEL) Outbox outbox,
            ChatwootApi api) {
        outbox.close();
        api.close();
    }
}
