package io.attune.handoff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The queue and the agents. */
@ConfigMapping(prefix = "attune.handoff")
public interface HandoffConfig {
    /** How long an agent takes for one conversation, to estimate waits by until it has been measured. */
    @WithDefault("6m")
    Duration handlingTime();

    /** Conversations that an agent takes at a time when they have not said otherwise. */
    @WithDefault("4")
    int capacity();

    /** How long a conversation rings at an agent before it goes back to its place. */
    @WithDefault("30s")
    Duration offerFor();

    /** Offers in a row that an agent may leave unanswered before they are set to away. */
    @WithDefault("3")
    int missedUntilAway();

    /** An agent who declined or missed a conversation is not asked for it again for this long. */
    @WithDefault("60s")
    Duration refusalFor();

    /** Without a sign of an agent's socket for this long, nothing rings there, and what rings is withdrawn. */
    @WithDefault("20s")
    Duration signWithin();

    /**
     * An agent who is offline, or whose socket gave no sign, for this long: their conversations go back to the queue, to
     * their old places. Agents who work over REST alone are left with theirs.
     */
    @WithDefault("2m")
    Duration goneAfter();

    /** How long a conversation waits for one agent who is busy before anybody may have it. */
    @WithDefault("3m")
    Duration patienceForAgent();

    /** How long it waits for a skill, team or language whose agents are all busy before anybody may have it. */
    @WithDefault("2m")
    Duration patienceForSkill();

    /** With nobody there for this long, the bot goes on, says so, and offers a callback. */
    @WithDefault("30m")
    Duration failAfter();

    /** How long an agent's place stays taken for wrap-up when no code is given. */
    @WithDefault("2m")
    Duration wrapUpFor();

    /** When the first words of a person are due, from the handoff on. Only shown and counted. */
    @WithDefault("3m")
    Duration firstAnswerWithin();

    /** When the next words of a person are due, from the customer's message on. Only shown and counted. */
    @WithDefault("5m")
    Duration answerWithin();

    /** The provider's name, for the variable {@code brand} of canned replies. */
    Optional<String> brand();

    /** How often the queue is looked at when nothing happens: for what runs out. */
    @WithDefault("1s")
    Duration lookEvery();
}
