package io.attune.diagnostics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Line and device tests. */
@ConfigMapping(prefix = "attune.diagnostics")
public interface DiagnosticsConfig {
    /**
     * Where a customer's line tests are read from, as {@code URL/CUSTOMER}. Without it nothing is measured; the demo has
     * simulated lines.
     */
    Optional<URI> url();

    /** Sent as {@code Authorization: Bearer …}. */
    Optional<String> token();

    /** How old a reading may be and still count. Shorten it where lines change faster than that. */
    @WithDefault("10m")
    Duration maxAge();

    /** How long a test may take. What comes later is unknown. */
    @WithDefault("8s")
    Duration timeout();

    /** Customers whose last diagnosis is kept in memory. */
    @WithDefault("50000")
    int kept();
}
