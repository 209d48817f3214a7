package io.attune.handoff;

import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.customer.KeptElsewhere;
import io.attune.database.InCommit;
import io.attune.handoff.Case.Outcome;
import io.attune.handoff.store.CallbackStore;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue has to write down when a conversation moves, each in the commit of the move itself: so no conversation
 * waits of which the queue knows nothing, and none is counted that does not.
 */
@Singleton
public class Cases implements KeptElsewhere {
    private final CaseStore cases;
    private final OfferStore offers;
    private final CallbackStore callbacks;
    private final Duration wrapUpFor;
    private final Clock clock;

    Cases(CaseStore cases, OfferStore offers, CallbackStore callbacks, HandoffConfig config, Clock clock) {
        this.cases = cases;
        this.offers = offers;
        this.callbacks = callbacks;
        this.wrapUpFor = config.wrapUpFor();
        this.clock = clock;
    }

    /**
     * The conversation goes into the queue.
     *
     * @param header as it is before
     * @param topic the intent that it is about
     */
    public List<InCommit> requested(Header header, String reason, @Nullable String language, @Nullable String topic) {
        Case fresh = Case.wanted(header.id(), header.customer(), reason, language, topic, clock.instant());
        return List.of(cases.requested(id(header), fresh), callbacks.done(header.id()));
    }

    /** An agent has it from now on. */
    List<InCommit> joined(Header header, String agent, String reason) {
        Instant now = clock.instant();
        Case fresh = Case.wanted(header.id(), header.customer(), reason, null, null, now)
                .joined(agent, now);
        return List.of(cases.joined(id(header), fresh), callbacks.done(header.id()));
    }

    /** One case at most begins at one head. */
    private static String id(Header header) {
        return header.id() + "/" + header.head();
    }

    /** The customer goes on with the bot. */
    public List<InCommit> left(String conv) {
        return List.of(cases.ended(conv, Outcome.LEFT, null, clock.instant()));
    }

    /** The customer will be called back. */
    public List<InCommit> booked(Header header, Instant at) {
        Instant now = clock.instant();
        return List.of(
                cases.ended(header.id(), Outcome.CALLBACK, null, now),
                callbacks.book(new Callback(header.id(), header.customer(), at, now, header.priority())));
    }

    /** The customer ends the conversation; an agent who had it wraps up. */
    public List<InCommit> endedByCustomer(Header header) {
        Instant now = clock.instant();
        InCommit ended = cases.endedByCustomer(header.id(), now);
        return header.owner() == Owner.AGENT && header.agent() != null
                ? List.of(ended, callbacks.done(header.id()), offers.wrapUp(wrapUp(header.id(), header.agent())))
                : List.of(ended, callbacks.done(header.id()));
    }

    /** Whether a colleague is to get back to the customer of this conversation. */
    public boolean willCallBack(String conv) {
        return callbacks.find(conv).isPresent();
    }

    WrapUp wrapUp(String conv, String agent) {
        Instant now = clock.instant();
        return new WrapUp(conv, agent, now, now.plus(wrapUpFor));
    }

    @Override
    public String section() {
        return "handoffs";
    }

    @Override
    public Object export(String customer) {
        return cases.of(customer);
    }

    @Override
    public void erase(String customer) {
        List<String> conversations =
                cases.of(customer).stream().map(Case::conv).distinct().toList();
        cases.erase(customer, conversations);
    }
}
