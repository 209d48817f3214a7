package io.attune.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The log. */
@ConfigMapping(prefix = "attune.conversation")
public interface ConversationConfig {
    /** How many appends may share one commit. More helps throughput on a slow disk and costs latency at the edge. */
    @WithDefault("256")
    int groupSize();

    /** How many appends may wait for the writer before new ones are refused (error {@code busy}, status 503). */
    @WithDefault("20000")
    int waiting();

    /** How many conversations keep their state in memory, about 10 kB each. */
    @WithDefault("10000")
    long cachedStates();
}
