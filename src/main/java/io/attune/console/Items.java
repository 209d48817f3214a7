package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.customer.Customers;
import io.attune.message.Channel;
import io.attune.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as lines of a list. */
@ApplicationScoped
class Items {
    private static final int LINE = 140;

    private final ConversationLog log;
    private final Customers customers;

    Items(ConversationLog log, Customers customers) {
        this.log = log;
        this.customers = customers;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String conv,
            String customer,
            @Nullable String name,
            Channel channel,
            @Nullable Language language,
            String owner,
            @Nullable String agent,
            @Nullable Reason reason,
            int priority,
            @Nullable Instant queuedAt,
            Instant startedAt,
            Instant lastAt,
            @Nullable String lastText,
            long head) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, @Nullable String sentence) {}

    List<Item> of(List<Header> headers) {
        return headers.stream().map(this::item).toList();
    }

    private Item item(Header header) {
        Conversation state = log.load(header.id()).orElseGet(() -> Conversation.start(header, null));
        String last =
                state.recent().isEmpty() ? null : cut(state.recent().getLast().text());
        return new Item(
                header.id(),
                header.customer(),
                customers.read(header.customer(), header.changedAt()).profile().name(),
                header.channel(),
                state.language(),
                header.owner().code(),
                header.agent(),
                header.reason() == null
                        ? null
                        : new Reason(
                                header.reason(),
                                state.handoff() == null ? null : state.handoff().sentence()),
                header.priority(),
                header.queuedAt(),
                header.createdAt(),
                header.changedAt(),
                last,
                header.head());
    }

    private static String cut(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }
}
