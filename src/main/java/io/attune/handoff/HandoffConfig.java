package io.attune.handoff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The queue and the agents. */
@ConfigMapping(prefix = "attune.handoff")
public interface HandoffConfig {
    /** How long an agent takes for one conversation, to estimate waits by until it has been measured. */
    @WithDefault("6m")
    Duration handlingTime();

    /** Conversations that an agent takes at a time when they have not said otherwise. */
    @WithDefault("4")
    int capacity();
}
