package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.handoff.machine.Phase;
import io.attune.message.Channel;
import io.attune.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as an agent sees it: the log, and the packet beside it. */
@ApplicationScoped
class ConversationView {
    private final ConversationLog log;
    private final Packets packets;
    private final Items items;
    private final Hall hall;

    ConversationView(ConversationLog log, Packets packets, Items items, Hall hall) {
        this.log = log;
        this.packets = packets;
        this.items = items;
        this.hall = hall;
    }

    /** @param handoffSeq where the last handoff stands: a thread is opened there */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String conv,
            String epoch,
            long head,
            String owner,
            Phase phase,
            long ownershipEpoch,
            @Nullable String agent,
            String customer,
            Channel channel,
            @Nullable Language language,
            @Nullable Long handoffSeq,
            Items.Item item,
            List<Hall.Looker> looking,
            List<Frame> events,
            PacketView packet) {}

    /** @param agent who looks at it, by name */
    View of(Header header, @Nullable String agent) {
        List<Entry> entries = LogPages.all(log, header.id(), 0);
        Conversation state = Conversation.start(header.restarted(), null).next(entries);
        Header now = state.header();
        Items.Item item = items.of(now);
        return new View(
                now.id(),
                now.stream(),
                now.head(),
                now.owner().code(),
                item.phase(),
                now.ownership(),
                now.agent(),
                now.customer(),
                now.channel(),
                state.language(),
                handoff(entries),
                item,
                hall.looking(now.id()),
                entries.stream().map(entry -> Frame.forAgent(now.id(), entry)).toList(),
                packets.of(state, entries, agent));
    }

    private static @Nullable Long handoff(List<Entry> entries) {
        return entries.reversed().stream()
                .filter(entry ->
                        entry.event() instanceof HandoffRequested || entry.event() instanceof HandoffTransferred)
                .map(Entry::seq)
                .findFirst()
                .orElse(null);
    }
}
