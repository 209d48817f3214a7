package io.attune.channel.helpdesk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A console of the provider's own. Closed unless {@code secret} is set. */
@ConfigMapping(prefix = "attune.helpdesk")
public interface HelpdeskConfig {
    /** Where the events go, such as {@code https://desk.example.net/attune}. Without it nothing is sent. */
    Optional<String> url();

    /** Signs what goes out and what comes in, at least 32 characters. Prefer an environment variable. */
    Optional<String> secret();

    /** How old a signed request that comes in may be: an older one is somebody's copy. */
    @WithDefault("5m")
    Duration freshFor();

    /** How long the helpdesk may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long after a failure the first repetition comes; each further one waits twice as long. */
    @WithDefault("2s")
    Duration firstRetry();

    /** The longest wait between repetitions. Events wait in order until they are taken, however long that is. */
    @WithDefault("5m")
    Duration longestRetry();

    /** How often a node looks for what is due and nobody sends. */
    @WithDefault("5s")
    Duration lookForDue();
}
