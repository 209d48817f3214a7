package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.attune.message.Compose;
import io.attune.message.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can happen in a conversation. The log is a list of these; the state is their fold. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @Type(value = ConversationEvent.Message.class, name = "message"),
    @Type(value = ConversationEvent.Status.class, name = "status"),
    @Type(value = ConversationEvent.Note.class, name = "note"),
    @Type(value = ConversationEvent.HandoffRequested.class, name = "handoff.requested"),
    @Type(value = ConversationEvent.HandoffQueued.class, name = "handoff.queued"),
    @Type(value = ConversationEvent.HandoffJoined.class, name = "handoff.joined"),
    @Type(value = ConversationEvent.HandoffTransferred.class, name = "handoff.transferred"),
    @Type(value = ConversationEvent.HandoffReturned.class, name = "handoff.returned"),
    @Type(value = ConversationEvent.HandoffFailed.class, name = "handoff.failed"),
    @Type(value = ConversationEvent.Closed.class, name = "conversation.closed"),
    @Type(value = ConversationEvent.CsatRequested.class, name = "csat.requested"),
    @Type(value = ConversationEvent.Rated.class, name = "rated"),
    @Type(value = ConversationEvent.Described.class, name = "described"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ConversationEvent {
    Sender from();

    /**
     * Somebody said something.
     *
     * @param cid the sender's own id of it
     * @param compose how it was written, where the channel tells
     * @param replyTo seq of the latest customer message that it answers
     */
    record Message(
            Sender from,
            @Nullable String cid,
            Content content,
            @Nullable Compose compose,
            @Nullable Long replyTo) implements ConversationEvent {}

    /**
     * Something worth a tick, not a bubble.
     *
     * @param state such as {@code noted}: the bot took it in and has nothing to say
     * @param replyTo seq of the latest customer message that it settles
     */
    record Status(Sender from, String state, @Nullable Long replyTo) implements ConversationEvent {}

    /**
     * Written by an agent for agents; a customer sees that there is an entry, never what it says.
     *
     * @param whisper true: a supervisor's word to the agent who has the conversation
     */
    record Note(Sender from, String text, @Nullable Boolean whisper) implements ConversationEvent {
        public Note(Sender from, String text) {
            this(from, text, null);
        }
    }

    /**
     * A person is wanted.
     *
     * @param reason a code, such as {@code customer_asked}
     * @param sentence why, in one sentence, for the agent
     * @param rule the hard rule that fired, if one did
     * @param priority 0 for everyone; a higher one is served first
     */
    record HandoffRequested(
            Sender from,
            String reason,
            String sentence,
            @Nullable String rule,
            int priority) implements ConversationEvent {}

    /**
     * The customer waits.
     *
     * @param position 1 is next
     * @param waitMs expected, if anything is known
     */
    record HandoffQueued(
            Sender from, int position, @Nullable Long waitMs) implements ConversationEvent {}

    /** An agent took the conversation; from here on the bot is silent. */
    record HandoffJoined(Sender from) implements ConversationEvent {}

    /** The agent passed it on: back to the queue, for {@code to}. */
    record HandoffTransferred(
            Sender from, String to, @Nullable String note) implements ConversationEvent {}

    /** The agent gave it back to the bot, perhaps with what to do next; or the customer left the queue. */
    record HandoffReturned(Sender from, @Nullable String instruction) implements ConversationEvent {}

    /** Nobody could take it. */
    record HandoffFailed(Sender from, String reason) implements ConversationEvent {}

    /** @param code how it ended */
    record Closed(Sender from, String code, @Nullable String note) implements ConversationEvent {}

    /** The customer is asked how the contact was: once in a conversation, after it was closed. */
    record CsatRequested(Sender from, Content.Csat content) implements ConversationEvent {}

    /**
     * The customer said how the contact was. Of several the last one counts.
     *
     * @param score 1 (bad) to 5 (good)
     */
    record Rated(Sender from, int score, @Nullable String comment) implements ConversationEvent {}

    /**
     * What the customer's page or app tells of the conversation, such as the page it was opened on. Nobody has verified it.
     *
     * @param attributes each given one replaces the one of its name; an empty value takes it away
     */
    record Described(Sender from, Map<String, String> attributes) implements ConversationEvent {
        public Described {
            attributes = Map.copyOf(attributes);
        }
    }
}
