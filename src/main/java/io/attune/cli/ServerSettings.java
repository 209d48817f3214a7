package io.attune.cli;

import io.attune.decision.policy.HandoffSettings;
import io.attune.turn.PolicyConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings of the server, for commands that decide as it does: from the environment and {@code config/application.properties}. */
final class ServerSettings {
    private static final Path FILE = Path.of("config", "application.properties");
    private static final int OF_FILE = 260;
    private static final int OF_ENVIRONMENT = 300;

    private ServerSettings() {}

    /** How the server hands over. */
    static HandoffSettings policy(Map<String, String> environment) throws IOException {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, OF_ENVIRONMENT))
                .withMapping(PolicyConfig.class)
                .withValidateUnknown(false);
        if (Files.isReadable(FILE)) {
            builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), OF_FILE));
        }
        return builder.build().getConfigMapping(PolicyConfig.class).settings();
    }
}
