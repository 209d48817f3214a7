package io.attune.diagnostics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Line and device tests. */
@ConfigMapping(prefix = "attune.diagnostics")
public interface DiagnosticsConfig {
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
