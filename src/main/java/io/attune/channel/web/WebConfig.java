package io.attune.channel.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The WebSocket. */
@ConfigMapping(prefix = "attune.web")
public interface WebConfig {
    /** How long a new socket may wait before its {@code hello}. */
    @WithDefault("5s")
    Duration helloWithin();

    /** How often the server pings. A socket that stays silent for three of these is closed. */
    @WithDefault("25s")
    Duration heartbeat();

    /** Messages that a socket may send in {@code per}; one more ends it. */
    @WithDefault("20")
    int messages();

    /** The time in which {@code messages} may be sent. */
    @WithDefault("10s")
    Duration per();

    /** Sockets of one customer; a further one replaces the oldest. */
    @WithDefault("10")
    int socketsPerCustomer();

    /** Sends of one socket that may be under way before it is no longer read. */
    @WithDefault("16")
    int sendsUnderWay();

    /** Opens {@code /bench/echo}, which sends back what it gets. For measurements alone; the bench profile turns it on. */
    @WithDefault("false")
    boolean echo();
}
