package io.attune.handoff.machine;

/** Who may make a move. */
public enum Actor {
    CUSTOMER,
    BOT,
    /** Any agent or supervisor. */
    ANY_AGENT,
    /** The agent at whom it rings. */
    RUNG_AGENT,
    /** The agent who has it, or who has to wrap it up. */
    ITS_AGENT,
    SUPERVISOR,
    /** The router and its clock. */
    SYSTEM
}
