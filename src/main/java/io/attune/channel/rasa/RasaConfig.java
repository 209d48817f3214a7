package io.attune.channel.rasa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Rasa's REST channel. Closed unless one of these is set; demo mode opens it. */
@ConfigMapping(prefix = "attune.rasa")
public interface RasaConfig {
    /**
     * What a server of the provider's shows as {@code Authorization: Bearer …}, at least 32 characters. It may then name
     * any sender.
     */
    Optional<String> token();

    /**
     * Lets pages write without a token. A sender's id is then all that keeps their conversation from others: it must
     * have at least 20 characters, made by chance.
     */
    @WithDefault("false")
    boolean open();
}
