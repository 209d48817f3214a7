package io.attune.conversation;

import io.attune.message.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The append-only log of every conversation: the one place where a conversation can change. */
public interface ConversationLog {
    /** Starts a conversation with its first entries. */
    CompletionStage<Appended.Done> open(Header start, @Nullable Language language, List<Draft> drafts);

    /**
     * Adds entries. When the stage completes with {@link Appended.Done}, they survive the process. Completes
     * exceptionally when the database failed; nothing was added then.
     */
    CompletionStage<Appended> append(Append append);

    /** The state at the head. Empty when there is no such conversation. */
    Optional<Conversation> load(String conv);

    /** The same for somebody who has its header already: not read again while the state in memory is that new. */
    Conversation load(Header header);

    Optional<Header> header(String conv);

    /** Whether other nodes may write to it too. */
    boolean isShared();

    /** Entries after {@code after}, in order, at most {@code limit}. */
    List<Entry> read(String conv, long after, int limit);

    /** The same, on a thread of the log's. */
    CompletionStage<List<Entry>> readLater(String conv, long after, int limit);

    /** The customer's latest conversation that is not closed. */
    Optional<Header> openOf(String customer);

    /** Conversations of a customer, latest first. */
    List<Header> of(String customer, int limit);

    /** Conversations by owner: the queue in its order, others by latest change. */
    List<Header> ownedBy(Owner owner, @Nullable String agent, int limit);

    /** How many conversations each agent has; agents without one are not listed. */
    Map<String, Integer> served();

    /**
     * Takes over turns that somebody started before {@code before} and never finished. Each is given out once and its
     * attempt counted before it is returned.
     */
    List<Header> takeOverDied(Instant before, Instant now, int limit);

    /** Forgets every conversation of a customer: the entries, the senders' ids and the states. */
    void erase(String customer);
}
