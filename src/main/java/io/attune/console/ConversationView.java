package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.customer.Customers;
import io.attune.diagnostics.Lines;
import io.attune.handoff.Packet;
import io.attune.message.Channel;
import io.attune.message.Language;
import io.attune.turn.TurnJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as an agent sees it: the log, and the packet beside it. */
@ApplicationScoped
class ConversationView {
    private static final Duration HISTORY = Duration.ofDays(365);

    private final ConversationLog log;
    private final Customers customers;
    private final Lines lines;
    private final TurnJson json;
    private final Clock clock;

    ConversationView(ConversationLog log, Customers customers, Lines lines, TurnJson json, Clock clock) {
        this.log = log;
        this.customers = customers;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String conv,
            String epoch,
            long head,
            String owner,
            long ownershipEpoch,
            @Nullable String agent,
            String customer,
            Channel channel,
            @Nullable Language language,
            List<Frame> events,
            Packet packet) {}

    View of(Header header) {
        List<Entry> entries = LogPages.all(log, header.id(), 0);
        Conversation state = Conversation.start(header.restarted(), null).next(entries);
        Packet packet = Packet.of(
                state,
                json.memory(state.memory()),
                entries,
                customers.read(header.customer(), clock.instant().minus(HISTORY)),
                lines.now(header.customer()));
        Header now = state.header();
        return new View(
                now.id(),
                now.stream(),
                now.head(),
                now.owner().code(),
                now.ownership(),
                now.agent(),
                now.customer(),
                now.channel(),
                state.language(),
                entries.stream().map(entry -> Frame.forAgent(now.id(), entry)).toList(),
                packet);
    }
}
