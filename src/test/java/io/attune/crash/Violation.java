package io.attune.crash;

/** A promise that was broken. {@code detail} names ids and seqs, never what was said. */
record Violation(Rule rule, String conv, String detail) {

    enum Rule {
        /** An acknowledged message is not in the log where its acknowledgement said. */
        ACKNOWLEDGED_MISSING,
        /** A message stands in the log more than once. */
        DOUBLED,
        /** Messages of one sender stand in another order than they were sent in. */
        REORDERED,
        /** What stands in the log is not what was sent. */
        ALTERED,
        /** The log has a customer message that nobody sent. */
        INVENTED,
        /** The log's seq does not run 1, 2, 3 … head. */
        GAP,
        /** One id was acknowledged with two seqs. */
        ID_MOVED,
        /** A repeated acknowledgement did not say {@code dup}. */
        DUP_UNMARKED,
        /** Another content under a known id was not refused with {@code id_conflict}, or an honest one was. */
        CONFLICT_MISJUDGED,
        /** A customer message that the bot had to answer has no answer. */
        UNANSWERED,
        /** A customer message was answered again. */
        ANSWERED_TWICE,
        /** A {@code replyTo} names no earlier customer message. */
        ANSWERS_NOTHING,
        /** The bot spoke between {@code handoff.joined} and {@code handoff.returned}. */
        BOT_AFTER_TAKEOVER,
        /** What a client saw is not what the log holds. */
        STREAM_DIFFERS,
        /** A client missed events, saw them twice, or in another order. */
        STREAM_BROKEN,
        /** A resume in the same epoch did not go on where the client had been: the log is never trimmed. */
        NOT_RECOVERED,
        /** A frame that the published schema refuses. */
        SCHEMA
    }
}
