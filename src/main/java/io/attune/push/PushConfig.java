package io.attune.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The webhook that wakes a provider's app. */
@ConfigMapping(prefix = "attune.push")
public interface PushConfig {
    /** Where the provider's server takes it, by https; http for loopback alone. Without it nothing is pushed. */
    Optional<URI> url();

    /** Signs what is sent, at least 32 characters. Required with {@code url}. */
    Optional<String> secret();

    /** Whether the first words of the message are sent along. Push services of phone makers would read them. */
    @WithDefault("false")
    boolean preview();

    /** How long messages are gathered before a device is woken. */
    @WithDefault("2s")
    Duration gather();

    /** How long an attempt may take. */
    @WithDefault("10s")
    Duration timeout();

    /** The wait after the first failure; it doubles with each. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("15m")
    Duration longestRetry();

    /** Attempts before a message is given up. With the defaults, about a day. */
    @WithDefault("100")
    int attempts();

    /** How often a node looks for what another or an earlier one has left. */
    @WithDefault("30s")
    Duration lookForLeft();
}
