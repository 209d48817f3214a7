package io.attune.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether this is a demonstration. */
@ConfigMapping(prefix = "attune.demo")
public interface DemoMode {
    /**
     * Runs with a demo site, demo accounts, sample customers and a simulated line, for this machine alone.
     * {@code ./attune serve} turns it on; turn it off for real customers.
     */
    @WithParentName
    @WithDefault("false")
    boolean on();
}
