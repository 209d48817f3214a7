package io.attune.handoff.hours;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hours of the people. Local times: they keep their meaning when clocks change. A span whose end is not after its
 * start runs into the next day.
 *
 * @param always around the clock; nothing else counts then
 * @param holidays days with hours of their own, none of them meaning closed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpeningHours(ZoneId zone, boolean always, Map<Weekday, List<Span>> week, List<Holiday> holidays) {
    private static final int LOOK_AHEAD_DAYS = 370;

    public static final OpeningHours ALWAYS = new OpeningHours(ZoneId.of("UTC"), true, Map.of(), List.of());

    public OpeningHours {
        week = Map.copyOf(week);
        holidays = List.copyOf(holidays);
    }

    public record Span(LocalTime from, LocalTime to) {}

    public record Holiday(LocalDate date, String name, List<Span> open) {
        public Holiday {
            open = List.copyOf(open);
        }
    }

    private record Open(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public boolean isOpen(Instant at) {
        return always || around(at, 1).stream().anyMatch(open -> open.holds(at));
    }

    /** When it opens next; now when it is open; empty when it never does within a year. */
    public Optional<Instant> opensAt(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        for (int days : new int[] {2, 14, 90, LOOK_AHEAD_DAYS}) {
            Optional<Instant> next = around(at, days).stream()
                    .map(Open::from)
                    .filter(from -> from.isAfter(at))
                    .min(Comparator.naturalOrder());
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** When it closes; empty when it is closed, or never closes. */
    public Optional<Instant> closesAt(Instant at) {
        if (always || !isOpen(at)) {
            return Optional.empty();
        }
        Instant end = at;
        for (boolean longer = true; longer; ) {
            Instant from = end;
            Optional<Instant> next = around(from, 1).stream()
                    .filter(open -> open.holds(from))
                    .map(Open::to)
                    .max(Comparator.naturalOrder());
            longer = next.isPresent() && next.get().isAfter(end) && isBefore(next.get(), at);
            end = next.orElse(end);
        }
        return Optional.of(end);
    }

    private static boolean isBefore(Instant end, Instant at) {
        return end.isBefore(at.plusSeconds(LOOK_AHEAD_DAYS * 86_400L));
    }

    /** The spans from the day before {@code at} to {@code days} after. */
    private List<Open> around(Instant at, int days) {
        LocalDate today = at.atZone(zone).toLocalDate();
        var spans = new ArrayList<Open>();
        for (int i = -1; i <= days; i++) {
            LocalDate day = today.plusDays(i);
            spansOf(day).forEach(span -> spans.add(on(day, span)));
        }
        return spans;
    }

    private List<Span> spansOf(LocalDate day) {
        return holidays.stream()
                .filter(holiday -> holiday.date().equals(day))
                .findFirst()
                .map(Holiday::open)
                .orElseGet(() -> week.getOrDefault(Weekday.of(day.getDayOfWeek()), List.of()));
    }

    private Open on(LocalDate day, Span span) {
        boolean overnight = !span.to().isAfter(span.from());
        return new Open(
                ZonedDateTime.of(day, span.from(), zone).toInstant(),
                ZonedDateTime.of(overnight ? day.plusDays(1) : day, span.to(), zone)
                        .toInstant());
    }
}
