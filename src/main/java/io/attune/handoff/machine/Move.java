package io.attune.handoff.machine;

/** What can be done that changes where a conversation stands. */
public enum Move {
    /** The bot offers a person. */
    OFFER_PERSON,
    /** The bot goes on: the offer was declined, or it has spoken after a return. */
    GO_ON,
    /** Into the queue. */
    REQUEST,
    /** It begins to ring at an agent. */
    RING,
    /** That agent declined, did not answer, or is gone: back to its old place. */
    RING_OUT,
    /** The agent at whom it rings takes it. */
    ACCEPT,
    /** Somebody takes it by hand: from the queue, from another's ringing, or over from the bot. */
    CLAIM,
    /** Its agent passes it on. */
    TRANSFER,
    /** A supervisor passes it on. */
    ASSIGN,
    /** A supervisor takes it from its agent. */
    TAKE_OVER,
    /** Its agent is gone: back to its old place. */
    LOSE_AGENT,
    /** Its agent gives it back to the bot. */
    GIVE_BACK,
    /** The customer no longer wants to wait. */
    LEAVE,
    /** Nobody came. */
    FAIL,
    /** The customer chose to be called back. */
    BOOK_CALLBACK,
    /** The time of a callback has come. */
    CALL_BACK,
    /** The customer, or the bot, ends it. */
    END,
    /** Its agent ends it and says how. */
    CLOSE,
    /** Its agent ends it for the customer and wraps up. */
    END_AND_WRAP_UP,
    /** Wrap-up is over. */
    WRAP_UP,
    /** The customer writes after the end. */
    REOPEN
}
