package io.attune.channel.whatsapp;

import io.attune.channel.ChannelConfig;
import io.attune.channel.Outbox;
import io.attune.channel.store.OutboxStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts and stops the channel. */
@ApplicationScoped
class WhatsApp {
    private static final Logger LOG = Logger.getLogger(WhatsApp.class);

    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("whatsapp-hourly").daemon().factory());

    @Produces
    @Singleton
    @Named(WhatsAppCarrier.CHANNEL)
    Outbox outbox(
            WhatsAppCarrier carrier,
            OutboxStore store,
            ConversationLog log,
            ChannelConfig config,
            Clock clock,
            MeterRegistry meters) {
        return new Outbox(carrier, store, log, config, clock, meters);
    }

    void start(
            @Observes @Priority(2) StartupEvent starting,
            Lines lines,
            @Named(WhatsAppCarrier.CHANNEL) Outbox outbox,
            Arrivals arrivals,
            LiveFeed feed,
            ConversationLog log) {
        lines.check();
        if (lines.isOn()) {
            outbox.start(feed);
            arrivals.start(!log.isShared());
            hourly.scheduleWithFixedDelay(() -> tidy(outbox, arrivals), 1, 60, TimeUnit.MINUTES);
        }
    }

    private static void tidy(Outbox outbox, Arrivals arrivals) {
        try {
            outbox.forget();
            arrivals.forget();
        } catch (RuntimeException e) {
            LOG.error("whatsapp: old entries could not be removed; tried again in an hour", e);
        }
    }

    void stop(
            @Observes @Priority(5) ShutdownEvent stopping,
            @Named(WhatsAppCarrier.CHANNEL) Outbox outbox,
            Arrivals arrivals,
            Courtesy courtesy,
            GraphApi api) {
        hourly.shutdownNow();
        arrivals.close();
        courtesy.close();
        outbox.close();
        api.close();
    }
}
