package io.attune.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The turns. */
@ConfigMapping(prefix = "attune.turn")
public interface TurnConfig {
    /** The folder of the models: {@code trained/} and {@code lexicon/}. */
    @WithDefault("models")
    java.nio.file.Path models();

    /**
     * Understands English by the meaning of whole sentences too, where words alone leave doubt. More often right, at some
     * milliseconds for such a message and about 160 MB of memory outside the heap.
     */
    @WithDefault("false")
    boolean embeddings();

    /** The folder of the dialogs. */
    @WithDefault("dialogs")
    java.nio.file.Path dialogs();

    /** How often it is looked whether files of the dialogs changed. Zero: only when the server is asked to read them anew. */
    @WithDefault("1s")
    Duration lookForDialogs();

    /**
     * A conversation finishes on the dialogs that it began with, unless the bot last spoke in it this long ago. Longer where
     * steps take customers weeks.
     */
    @WithDefault("7d")
    Duration dialogsHeld();

    /** Older versions of the dialogs that are kept though no open conversation goes by them. */
    @WithDefault("5")
    int dialogsKept();

    /**
     * Keeps with each turn what its decision was made from, so that {@code ./attune replay} can make it again: 1 to 5 kB a
     * turn. Turn it off where no conversation is to be replayed.
     */
    @WithDefault("true")
    boolean replayable();

    /** The time zone of customers whose own is not known. */
    @WithDefault("Europe/London")
    java.time.ZoneId zone();

    /** Turns under way at the same time. Most of a turn's time is waiting for its commit, so there may be many per core. */
    @WithDefault("48")
    int workers();

    /** How long a channel that cannot tell whether the customer is still writing is left quiet before an answer. */
    @WithDefault("700ms")
    Duration quietTime();

    /** How long a customer who keeps writing may hold up the answer to what they have sent. */
    @WithDefault("10s")
    Duration longestHold();

    /** A client that says that the customer writes, and then nothing more, is believed for this long. */
    @WithDefault("6s")
    Duration composingBelieved();

    /** A turn that has not ended after this long is taken to be dead and is run again, perhaps by another node. */
    @WithDefault("15s")
    Duration presumedDead();

    /** How often a node looks for dead turns. */
    @WithDefault("2s")
    Duration lookForDead();

    /** Turns that may die on the same message before a human gets the conversation. */
    @WithDefault("5")
    int attempts();

    /** Asks the customer once, after a conversation was closed, how it was. */
    @WithDefault("true")
    boolean survey();

    /** How long a stopping server waits for the turns that run. */
    @WithDefault("15s")
    Duration stopWithin();
}
