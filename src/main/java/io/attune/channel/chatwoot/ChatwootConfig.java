package io.attune.channel.chatwoot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Chatwoot. Closed unless {@code url} is set; then {@code token} and {@code secret} are needed too. */
@ConfigMapping(prefix = "attune.chatwoot")
public interface ChatwootConfig {
    /** Where Chatwoot is, such as {@code https://chat.example.net}. */
    Optional<String> url();

    /** The access token of the agent bot. Prefer an environment variable. */
    Optional<String> token();

    /** What Chatwoot signs its webhooks with, at least 16 characters. Prefer an environment variable. */
    Optional<String> secret();

    /**
     * Takes webhooks that are not signed, from a Chatwoot too old to sign: the secret is then the last part of the
     * webhook's address, and may end up in the logs of what lies between.
     */
    @WithDefault("false")
    boolean unsigned();

    /** How old a signed webhook may be: an older one is somebody's copy. */
    @WithDefault("5m")
    Duration freshFor();

    /** How long Chatwoot may take to answer a request. */
    @WithDefault("15s")
    Duration timeout();
}
