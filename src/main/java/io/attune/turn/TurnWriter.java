package io.attune.turn;

import io.attune.candidate.Candidates;
import io.attune.conversation.Append;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.conversation.Draft;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.conversation.TurnRecord;
import io.attune.customer.Customers;
import io.attune.customer.Purpose;
import io.attune.database.InCommit;
import io.attune.decision.Decision;
import io.attune.decision.Decision.Kind;
import io.attune.decision.HandoffOrder;
import io.attune.decision.memory.Goal;
import io.attune.decision.policy.ReasonCode;
import io.attune.handoff.Cases;
import io.attune.handoff.machine.Moves;
import io.attune.message.Content;
import io.attune.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a thought into entries for the log and work for the same commit. */
@ApplicationScoped
class TurnWriter {
    /** How a conversation ended whose customer did not answer. */
    static final String NO_REPLY = "no_reply";

    private final Customers customers;
    private final TurnJson json;
    private final Dialogs dialogs;
    private final Quiet quiet;

    private final TurnConfig config;

    private final Cases cases;
    private final Candidates candidates;

    TurnWriter(
            Customers customers,
            Cases cases,
            Candidates candidates,
            TurnJson json,
            Dialogs dialogs,
            Quiet quiet,
            TurnConfig config) {
        this.config = config;
        this.customers = customers;
        this.quiet = quiet;
        this.cases = cases;
        this.candidates = candidates;
        this.json = json;
        this.dialogs = dialogs;
    }

    Append append(Conversation conversation, Surroundings around, Thought thought) {
        Long replyTo = thought.heard().isEmpty()
                ? null
                : Long.valueOf(thought.heard().getLast().seq());
        String customer = conversation.header().customer();
        var with = new ArrayList<InCommit>();
        if (!thought.decision().ledger().isEmpty() && !around.customer().isRestricted()) {
            with.add(customers.append(customer, thought.decision().ledger()));
        }
        if (thought.beliefs().isChanged() && mayEstimate(around, thought.decision())) {
            with.add(customers.saveEstimates(
                    customer, json.write(thought.beliefs().kept()), around.now()));
        }
        if (!thought.decision().consent().isEmpty()) {
            with.add(customers.settle(
                    customer,
                    thought.decision().consent(),
                    conversation.header().channel().code(),
                    around.now()));
        }
        with.addAll(moves(conversation.header(), thought));
        with.add(quiet.after(conversation, around, thought));
        int misunderstood = json.memory(conversation.memory()).talk().misunderstood();
        with.addAll(candidates.collect(Unclarity.of(conversation.header(), misunderstood, around, thought)));
        return Append.turn(
                conversation,
                drafts(thought, replyTo, around, conversation.header().owner() == Owner.QUEUE),
                with);
    }

    /** What was refused in this very turn counts already. */
    private static boolean mayEstimate(Surroundings around, Decision decision) {
        return around.customer().mayEstimate()
                && decision.consent()
                        .granted(
                                Purpose.PERSONALISATION,
                                around.customer().settings().consents());
    }

    /** What the queue has to know of it. */
    private List<InCommit> moves(Header header, Thought thought) {
        Decision decision = thought.decision();
        HandoffOrder order = decision.handoff();
        if (order != null) {
            Goal goal = decision.memory().goal();
            return cases.requested(
                    header, order.code().code(), thought.language().code(), goal == null ? null : goal.intent());
        }
        if (decision.callBackAt() != null) {
            return cases.booked(header, decision.callBackAt());
        }
        if (decision.leaveQueue()) {
            return cases.left(header.id());
        }
        return decision.endOfConversation() ? cases.endedByCustomer(header) : List.of();
    }

    /** What the customer sees of it, in order; the first entry carries what was thought. */
    List<Draft> drafts(Thought thought, @Nullable Long replyTo, Surroundings around) {
        return drafts(thought, replyTo, around, false);
    }

    private List<Draft> drafts(Thought thought, @Nullable Long replyTo, Surroundings around, boolean waits) {
        Decision decision = thought.decision();
        var events = new ArrayList<ConversationEvent>();
        if (decision.callBackAt() != null && waits) {
            events.add(new HandoffFailed(Sender.SYSTEM, Moves.CALLBACK));
        }
        if (decision.leaveQueue()) {
            // Before the words: what the bot then owes is answered by them.
            events.add(new HandoffReturned(Sender.CUSTOMER, null));
        }
        for (Content content : decision.say()) {
            events.add(new Message(Sender.BOT, null, content, null, replyTo));
        }
        if (decision.say().isEmpty()) {
            events.add(new Status(Sender.BOT, decision.kind().code(), replyTo));
        }
        HandoffOrder order = decision.handoff();
        if (order != null) {
            events.add(new HandoffRequested(
                    Sender.BOT, order.code().code(), order.sentence(), order.rule(), order.priority()));
            events.add(new HandoffQueued(
                    Sender.SYSTEM,
                    around.queue().waiting() + 1,
                    around.queue().agentsOnline() == 0
                            ? null
                            : Long.valueOf(around.queue().expectedWait().toMillis())));
        }
        if (decision.endOfConversation()) {
            events.add(new Closed(Sender.BOT, decision.kind() == Kind.CLOSED ? NO_REPLY : "resolved", null));
        }
        return numbered(
                events,
                json.record(thought, replyTo),
                config.replayable() ? GroundsJson.write(thought.grounds()) : null);
    }

    /** The bot has failed on the same messages too often: it says so, and a person gets the conversation. */
    Append giveUp(Conversation conversation) {
        Header header = conversation.header();
        Language language = conversation.language() == null ? Language.EN : conversation.language();
        TurnRecord record = json.gaveUp(conversation, language);
        List<ConversationEvent> events = List.of(
                new Message(
                        Sender.BOT,
                        null,
                        new Content.Text(dialogs.words("handoff.lost", language)),
                        null,
                        header.lastCustomer()),
                new HandoffRequested(
                        Sender.SYSTEM,
                        ReasonCode.TOOL_FAILURE.code(),
                        "The assistant failed on these messages repeatedly.",
                        null,
                        0),
                new HandoffQueued(Sender.SYSTEM, 1, null));
        return Append.turn(
                conversation,
                numbered(events, record, null),
                cases.requested(header, ReasonCode.TOOL_FAILURE.code(), language.code(), null));
    }

    private static List<Draft> numbered(List<ConversationEvent> events, TurnRecord turn, @Nullable String grounds) {
        var drafts = new ArrayList<Draft>();
        for (ConversationEvent event : events) {
            drafts.add(drafts.isEmpty() ? new Draft(event, turn, grounds) : new Draft(event));
        }
        return drafts;
    }
}
