package io.attune.handoff;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.database.InCommit;
import io.attune.handoff.Case.Outcome;
import io.attune.handoff.machine.Moves;
import io.attune.handoff.machine.Plan;
import io.attune.handoff.routing.Ring;
import io.attune.handoff.routing.Routing;
import io.attune.handoff.store.CallbackStore;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import io.attune.handoff.store.PresenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sees to it that nobody falls out of the queue: lets conversations ring at agents, takes back what is not answered, brings
 * back those whose agent is gone, calls back, and tells those for whom nobody comes.
 *
 * <p>It keeps nothing: each look starts from the database, so a node that dies in the middle of one leaves nothing that the
 * next look, here or elsewhere, would not find. Ownership changes through the log alone; an offer is only a hint.
 */
@ApplicationScoped
public class Switchboard {
    private static final int MANY = 5000;

    private final ConversationLog log;
    private final CaseStore cases;
    private final Cases moves;
    private final OfferStore offers;
    private final CallbackStore callbacks;
    private final PresenceStore presence;
    private final Agents agents;
    private final Floor floor;
    private final Routing routing;
    private final HandoffConfig config;
    private final Clock clock;

    Switchboard(
            ConversationLog log,
            CaseStore cases,
            Cases moves,
            OfferStore offers,
            CallbackStore callbacks,
            PresenceStore presence,
            Agents agents,
            Floor floor,
            HandoffConfig config,
            Clock clock) {
        this.log = log;
        this.cases = cases;
        this.moves = moves;
        this.offers = offers;
        this.callbacks = callbacks;
        this.presence = presence;
        this.agents = agents;
        this.floor = floor;
        this.routing = new Routing(floor.patience());
        this.config = config;
        this.clock = clock;
    }

    /** One look at everything. Only one node at a time may do it. */
    public void look() {
        Instant now = clock.instant();
        Map<String, Presence> there =
                presence.all().stream().collect(Collectors.toMap(Presence::agent, Function.identity()));
        bringBack(there, now);
        callBack(now);
        List<Header> queue = log.ownedBy(Owner.QUEUE, null, MANY);
        withdraw(queue, there, now);
        giveUp(queue, there, now);
        ring(queue, now);
    }

    /** Whose agent has been gone for too long has their old place again. */
    private void bringBack(Map<String, Presence> there, Instant now) {
        for (String agent : log.served().keySet()) {
            Presence state = there.get(agent);
            if (state != null && isGone(state, now)) {
                for (Header header : log.ownedBy(Owner.AGENT, agent, MANY)) {
                    append(
                            header.id(),
                            Moves.lose(agent, new Moves.Place(1, null)),
                            List.of(cases.passed(header.id(), null)));
                }
            }
        }
    }

    private boolean isGone(Presence state, Instant now) {
        boolean saidSo = state.state() == PresenceState.OFFLINE
                && state.seenAt() != null
                && state.changedAt().plus(config.goneAfter()).isBefore(now);
        return saidSo || state.isGone(now, config.goneAfter());
    }

    private void callBack(Instant now) {
        for (Callback due : callbacks.due(now)) {
            Header header = log.header(due.conv()).orElse(null);
            if (header == null || header.owner() == Owner.QUEUE || header.owner() == Owner.AGENT) {
                callbacks.drop(due.conv());
                continue;
            }
            append(
                    due.conv(),
                    Moves.callBack(due.priority(), new Moves.Place(1, null)),
                    moves.requested(header, Moves.CALLBACK, null, null));
        }
    }

    /** What rings at nobody, too long, or under an owner that has changed, rings no more. */
    private void withdraw(List<Header> queue, Map<String, Presence> there, Instant now) {
        Map<String, Header> waiting = queue.stream().collect(Collectors.toMap(Header::id, Function.identity()));
        for (Offer offer : offers.all()) {
            Header header = waiting.get(offer.conv());
            Presence agent = there.get(offer.agent());
            if (header == null || header.ownership() != offer.ownership()) {
                offers.end(offer);
            } else if (agent == null || !agent.isReachable(now, config.signWithin())) {
                offers.end(offer);
            } else if (!offer.until().isAfter(now) && offers.end(offer)) {
                offers.refuse(offer.conv(), offer.agent(), now.plus(config.refusalFor()));
                missed(agent);
            }
        }
    }

    private void missed(Presence agent) {
        if (presence.missed(agent.agent()) >= config.missedUntilAway()) {
            agents.set(agent.agent(), PresenceState.AWAY, null);
        }
    }

    /** An agent does not want it now: it goes back to its old place and rings elsewhere. False when it did not ring there. */
    public boolean decline(String conv, String agent) {
        Instant now = clock.instant();
        boolean ended = offers.find(conv)
                .filter(offer -> offer.agent().equals(agent))
                .filter(offers::end)
                .isPresent();
        if (ended) {
            offers.refuse(conv, agent, now.plus(config.refusalFor()));
            presence.answered(agent);
        }
        return ended;
    }

    /** With nobody there the bot goes on: an honest word is better than a silent queue. */
    private void giveUp(List<Header> queue, Map<String, Presence> there, Instant now) {
        boolean somebody = there.values().stream()
                .anyMatch(agent -> agent.state() != PresenceState.OFFLINE && !agent.isGone(now, config.goneAfter()));
        if (somebody) {
            return;
        }
        for (Header header : queue) {
            if (header.queuedAt() != null
                    && header.queuedAt().plus(config.failAfter()).isBefore(now)) {
                append(
                        header.id(),
                        Moves.fail(header.ownership()),
                        List.of(cases.ended(header.id(), Outcome.FAILED, null, now)));
            }
        }
    }

    private void ring(List<Header> queue, Instant now) {
        if (queue.isEmpty()) {
            return;
        }
        var seats = floor.seats(now);
        if (seats.stream().noneMatch(seat -> seat.free() > 0)) {
            return;
        }
        Map<String, Header> waiting = queue.stream().collect(Collectors.toMap(Header::id, Function.identity()));
        for (Ring ring : routing.next(floor.waiting(queue, now), seats, now)) {
            Header header = java.util.Objects.requireNonNull(waiting.get(ring.conv()));
            var offer = new Offer(ring.conv(), ring.agent(), header.ownership(), now, now.plus(config.offerFor()));
            if (offers.ring(offer)) {
                presence.rung(ring.agent(), now);
            }
        }
    }

    /** What was overtaken is looked at again the next time. */
    private void append(String conv, Plan plan, List<InCommit> with) {
        var drafts = plan.events().stream().map(Draft::new).toList();
        try {
            Appended unused = log.append(new Append(conv, null, plan.guard(), drafts, with, null))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("conversation " + conv + " could not be moved", e);
        }
    }
}
