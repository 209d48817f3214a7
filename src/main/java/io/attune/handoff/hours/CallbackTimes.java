package io.attune.handoff.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Times at which a customer can be called back: within the hours, on the half hour, spread over the next two days. */
public final class CallbackTimes {
    private static final Duration SOONEST = Duration.ofMinutes(20);
    private static final int DAYS = 8;
    private static final List<LocalTime> WISHED =
            List.of(LocalTime.of(9, 0), LocalTime.of(12, 30), LocalTime.of(15, 0), LocalTime.of(18, 0));

    private CallbackTimes() {}

    /**
     * @param zone the customer's: the times are fit for their day
     * @param most how many to offer; fewer when there are not so many
     */
    public static List<Instant> offer(OpeningHours hours, Instant now, ZoneId zone, int most) {
        var times = new ArrayList<Instant>();
        Instant soonest = halfHour(now.plus(SOONEST));
        if (hours.isOpen(soonest) && fit(soonest.atZone(zone))) {
            times.add(soonest);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int day = 0; day < DAYS && times.size() < most; day++) {
            for (LocalTime wished : WISHED) {
                Instant at = ZonedDateTime.of(today.plusDays(day), wished, zone).toInstant();
                boolean apart = times.stream()
                        .allMatch(other -> Duration.between(other, at).toMinutes() >= 60);
                if (times.size() < most && at.isAfter(soonest) && apart && hours.isOpen(at)) {
                    times.add(at);
                }
            }
        }
        return times;
    }

    /** Not in the night, even where people are there around the clock. */
    private static boolean fit(ZonedDateTime local) {
        return local.getHour() >= 7 && local.getHour() < 21;
    }

    private static Instant halfHour(Instant at) {
        long half = Duration.ofMinutes(30).toMillis();
        return Instant.ofEpochMilli((at.toEpochMilli() + half - 1) / half * half);
    }
}
