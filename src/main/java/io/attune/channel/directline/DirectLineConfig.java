package io.attune.channel.directline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Direct Line. */
@ConfigMapping(prefix = "attune.directline")
public interface DirectLineConfig {
    /**
     * The secrets of a site, each at least 32 characters; Direct Line is closed to a site without any. Tokens are signed
     * with the first, all are accepted: to change one, put the new one first and take the old one out a day later. Demo
     * mode adds {@code demo} for the site {@code demo}.
     */
    Map<String, List<String>> secrets();

    /** How long a token lasts. Clients renew theirs every 15 minutes. */
    @WithDefault("30m")
    Duration tokenFor();

    /**
     * Where clients reach this server, such as {@code https://care.example.net}. By default what the request says, which
     * is wrong behind a proxy that does not pass on the host.
     */
    Optional<String> publicUrl();

    /** Activities that may be sent in {@code per}, for each conversation; one more is answered 429. */
    @WithDefault("20")
    int messages();

    /** The time in which {@code messages} may be sent. */
    @WithDefault("10s")
    Duration per();

    /** Streams of one conversation, such as tabs; a further one replaces the oldest. */
    @WithDefault("10")
    int streams();

    /** How often the server writes to a silent stream, so that no proxy drops it. A client silent for three of these is gone. */
    @WithDefault("20s")
    Duration heartbeat();
}
