package io.attune.channel.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Channels that can only answer a request: Rasa's REST, and Deep Chat over HTTP. */
@ConfigMapping(prefix = "attune.exchange")
public interface ExchangeConfig {
    /** How long a request waits for its answer. What comes later comes with the sender's next request. */
    @WithDefault("20s")
    Duration patience();

    /** Messages that a sender may send in {@code per}; one more is answered 429. */
    @WithDefault("20")
    int messages();

    /** The time in which {@code messages} may be sent. */
    @WithDefault("10s")
    Duration per();
}
