package io.attune.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept. What a contract or a law wants kept longer belongs into the systems that have that duty. */
@ConfigMapping(prefix = "attune.retention")
public interface RetentionConfig {
    /** Conversations, from the last thing that happened in them. Shorten it where nobody looks back so far. */
    @WithDefault("365d")
    Duration conversations();

    /** Queries and remedies of the ledger. Decisions look back 90 days at most. */
    @WithDefault("730d")
    Duration history();

    /** Estimates of customers of whom nothing new has been learnt. */
    @WithDefault("365d")
    Duration estimates();

    /** Which events were taken in, and outages and faults that are over. As long as a sender may send one again. */
    @WithDefault("90d")
    Duration events();

    /**
     * Messages that were not understood, masked, of customers who agreed to it. Long enough to label them and to train; what
     * was exported into a training file is no longer here to age.
     */
    @WithDefault("180d")
    Duration candidates();

    /** How often it is looked. */
    @WithDefault("24h")
    Duration every();
}
