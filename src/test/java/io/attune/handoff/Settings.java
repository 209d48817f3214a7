package io.attune.handoff;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings as they ship. */
final class Settings {
    private Settings() {}

    static HandoffConfig with(Map<String, String> changed) {
        return new SmallRyeConfigBuilder()
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(HandoffConfig.class)
                .withSources(new PropertiesConfigSource(changed, "test", 500))
                .build()
                .getConfigMapping(HandoffConfig.class);
    }
}
