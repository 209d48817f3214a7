package io.attune.backoffice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The provider's own systems. */
@ConfigMapping(prefix = "attune.backoffice")
public interface BackOfficeConfig {
    /**
     * Where a flow's {@code call: NAME} is posted to, as {@code URL/NAME}. Without it calls are unavailable and flows go
     * their way for that; the demo has a provider of its own.
     */
    Optional<URI> url();

    /** Sent as {@code Authorization: Bearer …}. */
    Optional<String> token();

    /** How long an answer may take. The customer waits for it. */
    @WithDefault("3s")
    Duration timeout();
}
