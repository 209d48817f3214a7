package io.attune.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bringing messages to customers. */
@ConfigMapping(prefix = "attune.channel")
public interface ChannelConfig {
    /** How long after a failed delivery the first repetition comes; each further one waits four times as long. */
    @WithDefault("2s")
    Duration firstRetry();

    /** The longest wait between repetitions. */
    @WithDefault("10m")
    Duration longestRetry();

    /** How often a delivery is tried before it is given up and the conversation's log says so. */
    @WithDefault("12")
    int attempts();

    /**
     * How long a provider has to tell of a message whose answer was lost before it is sent again. Shorter risks showing
     * it twice.
     */
    @WithDefault("30s")
    Duration settle();

    /** When a delivery that was begun and never ended is taken up by another node. Longer than any request may take. */
    @WithDefault("60s")
    Duration lease();

    /** How often a node looks for what is due and nobody sends. */
    @WithDefault("5s")
    Duration lookForDue();

    /** How long a message waits for a customer who has to write first, before it is given up. */
    @WithDefault("7d")
    Duration keepHeld();

    /** How long is known what became of a message. */
    @WithDefault("30d")
    Duration remember();
}
