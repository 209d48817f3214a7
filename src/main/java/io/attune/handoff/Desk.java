package io.attune.handoff;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Sender;
import io.attune.database.InCommit;
import io.attune.decision.policy.ReasonCode;
import io.attune.handoff.Case.Outcome;
import io.attune.handoff.machine.Moves;
import io.attune.handoff.machine.Plan;
import io.attune.handoff.routing.Target;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import io.attune.handoff.store.PresenceStore;
import io.attune.message.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do with a conversation. Each action is one append whose guard says who may do it, made from the table
 * of transitions and checked in the commit itself: of two agents who claim at once exactly one gets it, on any number of
 * nodes.
 */
@ApplicationScoped
public class Desk {
    private final ConversationLog log;
    private final Cases cases;
    private final CaseStore caseStore;
    private final OfferStore offers;
    private final PresenceStore presence;
    private final Clock clock;

    Desk(
            ConversationLog log,
            Cases cases,
            CaseStore caseStore,
            OfferStore offers,
            PresenceStore presence,
            Clock clock) {
        this.log = log;
        this.cases = cases;
        this.caseStore = caseStore;
        this.offers = offers;
        this.presence = presence;
        this.clock = clock;
    }

    /** @param seen seq of the last entry that the agent had before them; the action is refused when there is a newer one */
    public record Action(
            String conv, Sender agent, @Nullable Long seen) {
        String agentId() {
            return String.valueOf(agent.id());
        }
    }

    /** Takes a conversation that waits, or takes it over from the bot. */
    public CompletionStage<Appended> claim(Action action) {
        return joined(action, Moves.claim(action.agent()));
    }

    /** Takes what rings at this agent; refused when it rings there no more. */
    public CompletionStage<Appended> accept(Action action) {
        Optional<Offer> offer = offers.find(action.conv())
                .filter(one ->
                        one.agent().equals(action.agentId()) && one.until().isAfter(clock.instant()));
        if (offer.isEmpty()) {
            return refused(action.conv());
        }
        return joined(action, Moves.accept(action.agent(), offer.get().ownership()));
    }

    private CompletionStage<Appended> joined(Action action, Plan plan) {
        Optional<Header> header = log.header(action.conv());
        if (header.isEmpty()) {
            return CompletableFuture.completedFuture(new Appended.Unknown(action.conv()));
        }
        presence.answered(action.agentId());
        presence.acted(action.agentId(), clock.instant());
        return append(action, plan, cases.joined(header.get(), action.agentId(), ReasonCode.AGENT_PULL.code()));
    }

    /** From another agent. The supervisor has it from then on. */
    public CompletionStage<Appended> takeOver(Action action) {
        return joined(action, Moves.takeOver(action.agent()));
    }

    public CompletionStage<Appended> say(Action action, Content content, Header header, @Nullable String id) {
        presence.acted(action.agentId(), clock.instant());
        Long replyTo = header.lastCustomer() == 0 ? null : Long.valueOf(header.lastCustomer());
        Message message = new Message(action.agent(), id, content, null, replyTo);
        Append.Inbound key = id == null
                ? null
                : new Append.Inbound(action.conv() + "|" + action.agentId() + "|" + id, fingerprint(content));
        return log.append(new Append(
                action.conv(),
                key,
                Guard.ownedBy(action.agentId()).seen(action.seen()),
                List.of(new Draft(message)),
                List.of(),
                null));
    }

    private static String fingerprint(Content content) {
        return UUID.nameUUIDFromBytes(content.words().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Anybody at the desk may leave a note, whoever owns the conversation. */
    public CompletionStage<Appended> note(Action action, String text) {
        return note(action, new Note(action.agent(), text, null));
    }

    /** A supervisor's word to the agent who has it. */
    public CompletionStage<Appended> whisper(Action action, String text) {
        return note(action, new Note(action.agent(), text, true));
    }

    private CompletionStage<Appended> note(Action action, Note note) {
        return append(action, new Plan(Guard.NONE, List.of(note)), List.of());
    }

    /** Back to the queue, for someone else. Where {@code to} names nobody that is known, anybody may have it. */
    public CompletionStage<Appended> transfer(Action action, String to, @Nullable String note) {
        return passed(action, Moves.transfer(action.agent(), to, note), to);
    }

    /** A supervisor passes it on, from the queue or from whoever has it. */
    public CompletionStage<Appended> assign(Action action, String to, @Nullable String note) {
        return passed(action, Moves.assign(action.agent(), to, note), to);
    }

    private CompletionStage<Appended> passed(Action action, Plan plan, String to) {
        String target = Target.read(to).map(Target::toString).orElse(null);
        return append(action, plan, List.of(caseStore.passed(action.conv(), target)));
    }

    /** Back to the bot. */
    public CompletionStage<Appended> giveBack(Action action, @Nullable String instruction) {
        return append(
                action,
                Moves.giveBack(action.agent(), instruction),
                List.of(caseStore.ended(action.conv(), Outcome.RETURNED, null, clock.instant())));
    }

    public CompletionStage<Appended> close(Action action, String code, @Nullable String note) {
        return append(
                action,
                Moves.close(action.agent(), code, note),
                List.of(caseStore.ended(action.conv(), Outcome.SERVED, code, clock.instant())));
    }

    /** Ends it for the customer; the agent's place stays taken until {@link #wrapUp}, or until the time for that is over. */
    public CompletionStage<Appended> end(Action action) {
        return append(
                action,
                Moves.close(action.agent(), "ended", null),
                List.of(
                        caseStore.ended(action.conv(), Outcome.SERVED, null, clock.instant()),
                        offers.wrapUp(cases.wrapUp(action.conv(), action.agentId()))));
    }

    /** How an ended conversation ended. False when there is nothing to wrap up for this agent. */
    public boolean wrapUp(Action action, String code) {
        if (!offers.wrapped(action.conv(), action.agentId())) {
            return false;
        }
        caseStore.wrapped(action.conv(), code);
        return true;
    }

    private CompletionStage<Appended> append(Action action, Plan plan, List<InCommit> with) {
        var drafts = new ArrayList<Draft>();
        for (ConversationEvent event : plan.events()) {
            drafts.add(new Draft(event));
        }
        Plan asSeen = plan.seen(action.seen());
        return log.append(new Append(action.conv(), null, asSeen.guard(), drafts, with, null));
    }

    private CompletionStage<Appended> refused(String conv) {
        Appended answer =
                log.header(conv).<Appended>map(Appended.Refused::new).orElseGet(() -> new Appended.Unknown(conv));
        return CompletableFuture.completedFuture(answer);
    }
}
