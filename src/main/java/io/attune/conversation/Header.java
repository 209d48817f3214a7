package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.CsatRequested;
import io.attune.conversation.ConversationEvent.Described;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationEvent.Rated;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.message.Channel;
import io.attune.message.Role;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The few facts about a conversation that decide who may write to it. A fold of the log, like everything else, but kept
 * where it can be locked and searched.
 *
 * @param stream names this incarnation of the log: {@code epoch} in {@code care.v1}
 * @param head seq of the last entry
 * @param ownership grows with each change of owner; a turn commits only under the one that it read
 * @param lastCustomer seq of the last customer message
 * @param answered customer messages up to this seq are answered
 * @param pendingSince since when the bot owes something; none when it does not
 * @param attempts turns that were started for what is pending and died
 * @param reason why it was handed over, a code
 * @param dialogs the version of the dialogs that the bot goes by; none before its first turn
 */
@RecordBuilder
public record Header(
        String id,
        String stream,
        String customer,
        Channel channel,
        long head,
        Owner owner,
        long ownership,
        @Nullable String agent,
        long lastCustomer,
        long answered,
        @Nullable Instant pendingSince,
        int attempts,
        @Nullable Instant queuedAt,
        int priority,
        @Nullable String reason,
        Instant createdAt,
        Instant changedAt,
        @Nullable String dialogs) {

    /** The priority of one with no special claim; a higher one is served first. */
    public static final int NORMAL = 0;

    /** The reason of one that an agent passed on. */
    static final String TRANSFERRED = "transferred";

    public static Header start(String id, String stream, String customer, Channel channel, Instant now) {
        return new Header(
                id, stream, customer, channel, 0, Owner.BOT, 1, null, 0, 0, null, 0, null, NORMAL, null, now, now,
                null);
    }

    /** The same conversation before its first entry. */
    public Header restarted() {
        return start(id, stream, customer, channel, createdAt);
    }

    @JsonIgnore
    public boolean isPending() {
        return pendingSince != null;
    }

    /** What it is after {@code entry}, which must be the next. */
    public Header next(Entry entry) {
        if (entry.seq() != head + 1) {
            throw new IllegalArgumentException("entry " + entry.seq() + " after " + head);
        }
        Header at = at(entry.seq(), entry.at()).after(entry.turn());
        return switch (entry.event()) {
            case Message m when m.from().role() == Role.CUSTOMER -> at.afterCustomer(entry);
            case Message m when m.from().role() == Role.BOT && m.replyTo() != null -> at.afterAnswer(m.replyTo());
            case Message m -> entry.turn() == null ? at : at.afterAnswer(answered);
            case Status s -> s.replyTo() == null ? at : at.afterAnswer(s.replyTo());
            case Note n -> at;
            case HandoffRequested r -> at.wanted(r.reason(), r.priority());
            case HandoffQueued q -> at.owned(Owner.QUEUE, null, queuedAt == null ? entry.at() : queuedAt);
            case HandoffJoined j ->
                at.owned(Owner.AGENT, j.from().id(), queuedAt).settled();
            case HandoffTransferred t ->
                at.wanted(TRANSFERRED, priority).owned(Owner.QUEUE, null, keepsPlace(t) ? queuedAt : entry.at());
            case HandoffReturned r -> at.owned(Owner.BOT, null, null).pending(entry.at());
            case HandoffFailed f -> at.owned(Owner.BOT, null, null).pending(entry.at());
            case Closed c -> at.owned(Owner.CLOSED, null, null).settled();
            case CsatRequested q -> at;
            case Rated r -> at;
            case Described d -> at;
        };
    }

    /** Each turn says which dialogs it went by. */
    private Header after(@Nullable TurnRecord turn) {
        return turn == null || turn.dialogs() == null ? this : by(turn.dialogs());
    }

    /** What was closed is over: a customer who comes back gets the dialogs of that day. */
    private Header afterCustomer(Entry entry) {
        Header reopened = owner == Owner.CLOSED ? owned(Owner.BOT, null, null).by(null) : this;
        Header heard = reopened.answered(entry.seq(), reopened.answered);
        return heard.isWithPeople() || !heard.owner.botMaySpeak() ? heard.settled() : heard.pending(entry.at());
    }

    /** Who still waits, and who lost their agent through no doing of anybody's, has their old place in the queue. */
    private boolean keepsPlace(HandoffTransferred passed) {
        return queuedAt != null && (owner == Owner.QUEUE || passed.from().role() == Role.SYSTEM);
    }

    /** Passed on by one person and not yet taken by the next: the bot would speak between the two. */
    private boolean isWithPeople() {
        return owner == Owner.QUEUE && TRANSFERRED.equals(reason);
    }

    private Header afterAnswer(long replyTo) {
        Header answered = answered(lastCustomer, Math.max(this.answered, replyTo));
        return answered.answered >= lastCustomer ? answered.cleared() : answered;
    }

    /** People have it: what was pending is theirs to answer. */
    private Header settled() {
        return answered(lastCustomer, lastCustomer).cleared();
    }

    private Header cleared() {
        return pending(null, 0);
    }

    private Header pending(Instant since) {
        return pendingSince == null ? pending(since, 0) : this;
    }

    private Header pending(@Nullable Instant since, int attempts) {
        return HeaderBuilder.builder(this)
                .pendingSince(since)
                .attempts(attempts)
                .build();
    }

    private Header at(long head, Instant now) {
        return HeaderBuilder.builder(this).head(head).changedAt(now).build();
    }

    private Header answered(long lastCustomer, long answered) {
        return HeaderBuilder.builder(this)
                .lastCustomer(lastCustomer)
                .answered(answered)
                .build();
    }

    private Header wanted(String reason, int priority) {
        return HeaderBuilder.builder(this).reason(reason).priority(priority).build();
    }

    private Header owned(Owner next, @Nullable String by, @Nullable Instant queued) {
        return HeaderBuilder.builder(this)
                .owner(next)
                .ownership(ownership + 1)
                .agent(by)
                .queuedAt(queued)
                .build();
    }

    private Header by(@Nullable String version) {
        return HeaderBuilder.builder(this).dialogs(version).build();
    }
}
