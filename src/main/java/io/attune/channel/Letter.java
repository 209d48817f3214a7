package io.attune.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a message on its way out. What it says is not kept with it: it is in the log, and is rendered when it is sent.
 *
 * @param id our own name of it, the same for every attempt
 * @param route where it goes, in the channel's own terms; letters of a route keep their order
 * @param seq the entry of the log
 * @param part the place among the pieces of that entry, from 0
 * @param attempts how often it was tried
 * @param nextAt not before then
 * @param externalId the provider's id of it
 * @param fault the code of what went wrong last
 */
public record Letter(
        String id,
        String channel,
        String route,
        String conv,
        long seq,
        int part,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable String externalId,
        @Nullable String fault,
        Instant createdAt) {

    public static String id(String conv, long seq, int part) {
        return conv + "." + seq + "." + part;
    }

    /** The same, being sent. */
    Letter taken(Instant until) {
        return new Letter(
                id, channel, route, conv, seq, part, State.SENDING, attempts + 1, until, externalId, fault, createdAt);
    }

    /**
     * In the order in which news may raise it: providers tell of delivery late, twice and in any order, and sometimes that
     * something was delivered after they said that it had failed.
     */
    public enum State {
        WAITING,
        HELD,
        SENDING,
        UNKNOWN,
        SENT,
        FAILED,
        DELIVERED,
        READ;

        /** Still to be delivered: what comes after it waits. */
        public boolean isOpen() {
            return compareTo(SENT) < 0;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static State read(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
