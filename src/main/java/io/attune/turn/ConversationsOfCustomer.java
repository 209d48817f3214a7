package io.attune.turn;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;
import java.util.List;

/** A customer's conversations, for their export and for being forgotten. */
@Singleton
public class ConversationsOfCustomer implements KeptElsewhere {
    private final ConversationLog log;

    ConversationsOfCustomer(ConversationLog log) {
        this.log = log;
    }

    /** @param events as the customer saw them; what was thought of each turn stands in {@code turns} */
    record Kept(String conv, List<Frame> events, List<Object> turns) {}

    @Override
    public String section() {
        return "conversations";
    }

    @Override
    public Object export(String customer) {
        return log.of(customer, Integer.MAX_VALUE).stream().map(this::kept).toList();
    }

    private Kept kept(Header header) {
        List<Entry> entries = LogPages.all(log, header.id(), 0);
        return new Kept(
                header.id(),
                entries.stream()
                        .map(entry -> Frame.forCustomer(header.id(), entry))
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.turn() != null)
                        .map(entry -> (Object) entry.turn().trace())
                        .toList());
    }

    @Override
    public void erase(String customer) {
        log.erase(customer);
    }
}
