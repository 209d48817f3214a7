package io.attune.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.Lanes;
import io.attune.channel.whatsapp.store.InboxStore;
import io.attune.channel.whatsapp.store.InboxStore.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works on what webhooks brought: for each customer in the provider's order, one at a time, until it is done. */
@Singleton
public class Arrivals implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;
    /** What fails so often is not worth more; it is counted, and its id stays. */
    private static final int ATTEMPTS = 8;

    private final InboxStore inbox;
    private final Hearing hearing;
    private final News news;
    private final WhatsAppConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Lanes lanes;

    public Arrivals(
            InboxStore inbox, Hearing hearing, News news, WhatsAppConfig config, Clock clock, MeterRegistry meters) {
        this.inbox = inbox;
        this.hearing = hearing;
        this.news = news;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.lanes = new Lanes("whatsapp-in", this::next, this::lookAround, LOOK_AROUND);
    }

    /** @param alone nobody else uses this database: what is taken was taken by a process that is gone */
    public void start(boolean alone) {
        if (alone) {
            inbox.takeBack(clock.instant());
        }
        lanes.start();
    }

    /** Stores what is new; when this returns, it will be worked on whatever happens. */
    public void store(List<Event> events) {
        int added = inbox.add(events, clock.instant());
        meters.counter("attune.whatsapp.events", "new", "true").increment(added);
        meters.counter("attune.whatsapp.events", "new", "false").increment(events.size() - added);
        events.stream().map(Event::lane).distinct().forEach(lanes::wake);
    }

    private Optional<Duration> next(String lane) {
        Optional<Waiting> first = inbox.first(lane);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Waiting waiting = first.get();
        Instant now = clock.instant();
        Instant due = waiting.attempts() == 0 ? waiting.arrived().plus(config.gather()) : waiting.due();
        if (due.isAfter(now)) {
            return Optional.of(Duration.between(now, due));
        }
        if (inbox.take(waiting, now.plus(LEASE))) {
            work(waiting);
        }
        return Optional.of(Duration.ZERO);
    }

    private void work(Waiting waiting) {
        try {
            JsonNode body = JSON.readTree(waiting.body());
            if (body.has("message")) {
                hearing.hear(waiting, body);
            } else {
                news.read(body);
            }
            inbox.done(waiting.id());
        } catch (RuntimeException | JsonProcessingException e) {
            // Its own words only: an exception's message may quote what the customer wrote.
            LOG.errorf(
                    "whatsapp: event %s failed with %s",
                    waiting.id().substring(0, 12), e.getClass().getName());
            LOG.debug("whatsapp: where it failed", strip(e));
            retry(waiting);
        }
    }

    private static Throwable strip(Exception e) {
        var where = new IllegalStateException(e.getClass().getName());
        where.setStackTrace(e.getStackTrace());
        return where;
    }

    private void retry(Waiting waiting) {
        if (waiting.attempts() + 1 >= ATTEMPTS) {
            meters.counter("attune.whatsapp.given.up").increment();
            inbox.done(waiting.id());
        } else {
            inbox.again(waiting.id(), clock.instant().plus(Duration.ofMillis(200L << 2 * waiting.attempts())));
        }
    }

    private void lookAround() {
        inbox.due(clock.instant(), AT_ONCE).forEach(lanes::wake);
    }

    void forget() {
        inbox.forget(clock.instant().minus(config.remember()));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
