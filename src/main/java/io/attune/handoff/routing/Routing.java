package io.attune.handoff.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who gets which conversation: in the order of the queue, each the best of the free agents who may have it. Nobody is
 * overtaken by one whom the same agent could serve: a later one gets an agent only when no earlier one may have them.
 */
public final class Routing {
    private final Patience patience;

    public Routing(Patience patience) {
        this.patience = patience;
    }

    /**
     * @param inOrder those that wait and do not ring, first in line first
     * @param seats agents who are there, busy ones too: a wish is kept to as long as somebody there could fulfil it
     */
    public List<Ring> next(List<Waiting> inOrder, List<Seat> seats, Instant now) {
        var left = new ArrayList<>(seats);
        var rings = new ArrayList<Ring>();
        for (Waiting waiting : inOrder) {
            if (left.stream().noneMatch(seat -> seat.free() > 0)) {
                break;
            }
            choose(waiting, left, now).ifPresent(seat -> {
                left.set(left.indexOf(seat), seat.taken());
                rings.add(new Ring(waiting.conv(), seat.agent()));
            });
        }
        return rings;
    }

    private Optional<Seat> choose(Waiting waiting, List<Seat> seats, Instant now) {
        return able(waiting, seats, now).stream()
                .filter(seat -> seat.free() > 0)
                .min(Comparator.comparing((Seat seat) -> !seat.agent().equals(waiting.lastAgent()))
                        // Who can do more is kept for those who need it.
                        .thenComparing(seat -> seat.skills().size())
                        .thenComparing(seat -> (double) -seat.free() / seat.places())
                        .thenComparing(Seat::rungAt)
                        .thenComparing(Seat::agent));
    }

    /** The agents who may have it, busy ones too. A wish that nobody there can fulfil, or not for long, is dropped. */
    public List<Seat> able(Waiting waiting, List<Seat> seats, Instant now) {
        Duration waited = Duration.between(waiting.since(), now);
        List<Seat> able = seats;
        Target target = waiting.target();
        if (target != null) {
            able = keep(able, target::fits, waited, target.kind() == Target.Kind.AGENT);
        }
        if (target == null || target.kind() != Target.Kind.AGENT || able.size() != 1) {
            able = keep(able, seat -> seat.speaks(waiting.language()), waited, false);
            able = keep(able, seat -> seat.can(waiting.skill()), waited, false);
        }
        return able.stream()
                .filter(seat -> !waiting.refusedBy().contains(seat.agent()))
                .toList();
    }

    private List<Seat> keep(List<Seat> seats, Predicate<Seat> wish, Duration waited, boolean agent) {
        Duration longest = agent ? patience.forAgent() : patience.forSkill();
        List<Seat> fitting = seats.stream().filter(wish).toList();
        return fitting.isEmpty() || (waited.compareTo(longest) > 0 && full(fitting)) ? seats : fitting;
    }

    private static boolean full(List<Seat> seats) {
        return seats.stream().noneMatch(seat -> seat.free() > 0);
    }
}
