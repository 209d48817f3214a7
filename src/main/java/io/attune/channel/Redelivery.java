package io.attune.channel;

import io.attune.channel.Letter.State;
import java.time.Duration;
import java.time.Instant;

/** What an attempt's end means for its letter. Pure. */
final class Redelivery {
    /** Far enough never to come due. */
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    private final ChannelConfig config;

    Redelivery(ChannelConfig config) {
        this.config = config;
    }

    Letter after(Letter letter, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Accepted a -> with(letter, State.SENT, letter.attempts(), now, a.externalId(), null);
            case Delivery.Paced p ->
                with(letter, State.WAITING, letter.attempts() - 1, now.plus(p.pause()), null, letter.fault());
            case Delivery.Held h -> with(letter, State.HELD, letter.attempts(), NEVER, null, h.code());
            case Delivery.Refused r -> with(letter, State.FAILED, letter.attempts(), now, null, r.code());
            case Delivery.Unknown u -> again(letter, State.UNKNOWN, now.plus(config.settle()), u.code(), now);
            case Delivery.NotNow n ->
                again(
                        letter,
                        State.WAITING,
                        now.plus(n.after() == null ? wait(letter.attempts()) : n.after()),
                        n.code(),
                        now);
        };
    }

    private Letter again(Letter letter, State state, Instant at, String code, Instant now) {
        boolean enough = letter.attempts() >= config.attempts();
        return with(letter, enough ? State.FAILED : state, letter.attempts(), enough ? now : at, null, code);
    }

    /** Four times as long with each attempt, as providers of messages advise. */
    Duration wait(int attempts) {
        long first = config.firstRetry().toMillis();
        long wait = first << Math.min(2 * Math.max(0, attempts - 1), 30);
        return Duration.ofMillis(
                Math.min(Math.max(wait, first), config.longestRetry().toMillis()));
    }

    private static Letter with(
            Letter letter,
            State state,
            int attempts,
            Instant nextAt,
            @org.jspecify.annotations.Nullable String externalId,
            @org.jspecify.annotations.Nullable String fault) {
        return new Letter(
                letter.id(),
                letter.channel(),
                letter.route(),
                letter.conv(),
                letter.seq(),
                letter.part(),
                state,
                attempts,
                nextAt,
                externalId,
                fault,
                letter.createdAt());
    }
}
