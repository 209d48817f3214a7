package io.attune.console;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.handoff.Callback;
import io.attune.handoff.WrapUp;
import io.attune.handoff.store.CallbackStore;
import io.attune.handoff.store.OfferStore;
import io.attune.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of conversations, by who has them. */
@ApplicationScoped
class Lists {
    private final ConversationLog log;
    private final Items items;
    private final OfferStore offers;
    private final CallbackStore callbacks;
    private final Clock clock;

    Lists(ConversationLog log, Items items, OfferStore offers, CallbackStore callbacks, Clock clock) {
        this.log = log;
        this.items = items;
        this.offers = offers;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** @param me whose, where it says me or wrap_up */
    QueueResource.Page page(String owner, String me) {
        return new QueueResource.Page(
                switch (owner) {
                    case "me" -> of(Owner.AGENT, me);
                    case "queue" -> items.queue();
                    case "bot" -> of(Owner.BOT, null);
                    case "agent" -> of(Owner.AGENT, null);
                    case "closed" -> of(Owner.CLOSED, null);
                    case "wrap_up" -> these(wrapUps(me));
                    case "callbacks" -> these(callbacks.all().stream().map(Callback::conv));
                    default ->
                        throw ProblemException.badRequest(
                                "owner", "must be one of me, queue, bot, agent, closed, wrap_up, callbacks");
                });
    }

    private List<Items.Item> of(Owner owner, @org.jspecify.annotations.Nullable String agent) {
        return items.of(log.ownedBy(owner, agent, QueueResource.MOST));
    }

    private Stream<String> wrapUps(String me) {
        return offers.wrapUps().stream()
                .filter(one -> one.agent().equals(me) && one.until().isAfter(clock.instant()))
                .map(WrapUp::conv);
    }

    private List<Items.Item> these(Stream<String> conversations) {
        List<Header> headers = conversations
                .limit(QueueResource.MOST)
                .map(log::header)
                .flatMap(Optional::stream)
                .toList();
        return items.of(headers);
    }
}
