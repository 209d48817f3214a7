package io.attune.console;

import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.customer.CustomerFile;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Customers;
import io.attune.customer.Profile;
import io.attune.diagnostics.Lines;
import io.attune.handoff.Pace;
import io.attune.handoff.Packet;
import io.attune.handoff.Summary;
import io.attune.message.Language;
import io.attune.turn.Advisor;
import io.attune.turn.TurnJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts the packet together. */
@ApplicationScoped
class Packets {
    private static final Logger LOG = Logger.getLogger(Packets.class);
    private static final Duration HISTORY = Duration.ofDays(365);
    private static final int CONTACTS = 10;
    private static final int LINE = 140;

    private final ConversationLog log;
    private final Customers customers;
    private final Lines lines;
    private final Advisor advisor;
    private final TurnJson json;
    private final Clock clock;

    Packets(ConversationLog log, Customers customers, Lines lines, Advisor advisor, TurnJson json, Clock clock) {
        this.log = log;
        this.customers = customers;
        this.lines = lines;
        this.advisor = advisor;
        this.json = json;
        this.clock = clock;
    }

    /** @param agent who looks at it, for first words; null for nobody in particular */
    PacketView of(Conversation state, List<Entry> entries, @Nullable String agent) {
        Header header = state.header();
        CustomerRecord customer =
                customers.serve(header.customer(), clock.instant().minus(HISTORY));
        Packet packet =
                Packet.of(state, json.memory(state.memory()), entries, customer, lines.now(customer.principal()));
        Optional<Advisor.Advice> advice = advice(state);
        return new PacketView(
                packet,
                who(state, customer.profile()),
                Summary.of(packet, entries),
                step(state),
                Pace.of(entries),
                advice.map(Packets::next).stream().toList(),
                Replies.of(
                        Optional.ofNullable(state.language()).orElse(Language.EN),
                        Optional.ofNullable(customer.profile().nickname())
                                .orElse(customer.profile().name()),
                        agent,
                        packet.goal() == null ? null : packet.goal().text(),
                        state.hasPersonSpoken(),
                        advice.map(Advisor.Advice::text).orElse(null)),
                contacts(header));
    }

    /** The packet must come even where the bot would stumble. */
    private Optional<Advisor.Advice> advice(Conversation state) {
        try {
            return advisor.next(state);
        } catch (RuntimeException e) {
            LOG.warnf(e, "no advice for conversation %s", state.header().id());
            return Optional.empty();
        }
    }

    private static PacketView.Next next(Advisor.Advice advice) {
        String thing = advice.remedy() == null ? advice.dialog() : advice.dialog() + "/" + advice.remedy();
        String kind = advice.remedy() == null ? "question" : "remedy";
        return new PacketView.Next(kind, thing, thing == null ? kind : thing, advice.why(), advice.text());
    }

    private PacketView.Who who(Conversation state, Profile profile) {
        Header header = state.header();
        Optional<CustomerFile> file = customers.find(header.customer());
        List<PacketView.Verified> verified = file.map(CustomerFile::identities).stream()
                .flatMap(List::stream)
                .map(identity -> new PacketView.Verified(identity.channel(), identity.verified()))
                .distinct()
                .toList();
        return new PacketView.Who(
                header.customer(),
                profile.name(),
                verified,
                profile.plan(),
                profile.clv(),
                profile.tenureMonths(),
                state.language(),
                localTime(profile.tz()),
                header.channel(),
                Boolean.TRUE.equals(profile.vulnerable()),
                profile.accessibility(),
                file.map(CustomerFile::restriction).orElse(null));
    }

    private @Nullable OffsetDateTime localTime(@Nullable String zone) {
        try {
            return zone == null ? null : clock.instant().atZone(ZoneId.of(zone)).toOffsetDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private PacketView.@Nullable Step step(Conversation state) {
        return json.memory(state.memory())
                .topic()
                .map(topic -> new PacketView.Step(
                        topic.dialog(),
                        topic.open() == null ? null : topic.open().id(),
                        topic.open() == null ? null : topic.open().kind().name().toLowerCase(java.util.Locale.ROOT)))
                .orElse(null);
    }

    private List<PacketView.Contact> contacts(Header current) {
        return log.of(current.customer(), CONTACTS + 1).stream()
                .filter(header -> !header.id().equals(current.id()))
                .limit(CONTACTS)
                .map(header -> new PacketView.Contact(
                        header.id(),
                        header.createdAt(),
                        header.channel(),
                        header.reason(),
                        header.owner().code(),
                        firstWords(header)))
                .toList();
    }

    private @Nullable String firstWords(Header header) {
        var goal = json.memory(log.load(header).memory()).goal();
        if (goal == null) {
            return null;
        }
        return goal.text().length() <= LINE ? goal.text() : goal.text().substring(0, LINE - 1) + "…";
    }
}
