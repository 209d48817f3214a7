package io.attune.turn;

import io.attune.conversation.Conversation;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Customers;
import io.attune.customer.Profile;
import io.attune.customer.Purpose;
import io.attune.decision.QueueState;
import io.attune.diagnostics.Diagnosis;
import io.attune.diagnostics.Lines;
import io.attune.diagnostics.Reported;
import io.attune.handoff.Agents;
import io.attune.handoff.Catalogue;
import io.attune.handoff.hours.CallbackTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the customer, their line and the queue. Nothing here waits: a test that is not back yet is unknown. */
@ApplicationScoped
class SituationReader {
    /** Times to be called back at that a customer is offered. */
    private static final int CALLBACKS = 3;

    /** How far back queries and remedies count. */
    private static final Duration HISTORY = Duration.ofDays(90);

    private final Customers customers;
    private final Lines lines;
    private final Reported reported;
    private final Agents agents;
    private final Catalogue catalogue;
    private final TurnConfig config;
    private final KeptPromises kept;
    private final Clock clock;

    SituationReader(
            Customers customers,
            Lines lines,
            Reported reported,
            Agents agents,
            Catalogue catalogue,
            TurnConfig config,
            KeptPromises kept,
            Clock clock) {
        this.customers = customers;
        this.lines = lines;
        this.reported = reported;
        this.agents = agents;
        this.catalogue = catalogue;
        this.config = config;
        this.kept = kept;
        this.clock = clock;
    }

    /** Has the line tested, so that the first turn finds it known. */
    void prepare(String customer) {
        CustomerRecord record = customers.read(customer, clock.instant());
        if (!record.isRestricted()) {
            lines.keepFresh(record.principal());
        }
    }

    Surroundings look(Conversation conversation) {
        return look(conversation.header().customer(), conversation.memory() == null);
    }

    /** For a conversation that is about to begin. */
    Surroundings look(String customer) {
        return look(customer, true);
    }

    private Surroundings look(String customer, boolean begins) {
        Instant now = clock.instant();
        CustomerRecord record = customers.read(customer, now.minus(HISTORY));
        Agents.Load load = agents.load();
        return new Surroundings(
                now,
                zone(record.profile().tz()),
                record,
                record.isRestricted() ? Diagnosis.UNKNOWN : line(record, now),
                queue(load, zone(record.profile().tz()), now),
                begins && mayRemember(record) ? kept.of(customer, now.minus(HISTORY)) : List.of(),
                Map.of());
    }

    private static boolean mayRemember(CustomerRecord record) {
        return !record.isRestricted() && record.settings().consents().granted(Purpose.SERVICE);
    }

    private Diagnosis line(CustomerRecord record, Instant now) {
        lines.keepFresh(record.principal());
        return reported.over(lines.now(record.principal()), record.principal(), area(record.profile()), now);
    }

    /** Where the line is, by whatever names the provider's outages use. */
    private static @Nullable String area(Profile profile) {
        Object area =
                profile.circumstances() == null ? null : profile.circumstances().get("area");
        return area instanceof String || area instanceof Number ? area.toString() : null;
    }

    /** People who are online after hours are there all the same. */
    private QueueState queue(Agents.Load load, ZoneId zone, Instant now) {
        List<Instant> callbacks =
                load.online() > 0 ? List.of() : CallbackTimes.offer(catalogue.hours(), now, zone, CALLBACKS);
        return new QueueState(load.online(), load.waiting(), load.expectedWait(), callbacks);
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? config.zone() : ZoneId.of(name);
        } catch (DateTimeException e) {
            return config.zone();
        }
    }
}
