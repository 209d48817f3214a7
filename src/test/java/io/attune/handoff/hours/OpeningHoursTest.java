package io.attune.handoff.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.handoff.hours.OpeningHours.Holiday;
import io.attune.handoff.hours.OpeningHours.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Span DAY = new Span(LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final OpeningHours OFFICE = new OpeningHours(
            MADRID,
            false,
            Map.of(
                    Weekday.MON, List.of(DAY),
                    Weekday.TUE, List.of(DAY),
                    Weekday.FRI, List.of(DAY, new Span(LocalTime.of(22, 0), LocalTime.of(2, 0)))),
            List.of(
                    new Holiday(LocalDate.of(2026, 5, 5), "Feast", List.of()),
                    new Holiday(
                            LocalDate.of(2026, 5, 12),
                            "Half day",
                            List.of(new Span(LocalTime.of(10, 0), LocalTime.of(12, 0))))));

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void hours_are_local() {
        assertThat(OFFICE.isOpen(at("2026-05-04T07:00:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-05-04T06:59:59Z"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-05-04T16:00:00Z"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-01-05T07:30:00Z")))
                .as("winter: an hour later")
                .isFalse();
        assertThat(OFFICE.isOpen(at("2026-01-05T08:00:00Z"))).isTrue();
    }

    @Test
    void a_holiday_has_hours_of_its_own() {
        assertThat(OFFICE.isOpen(at("2026-05-05T10:00:00Z"))).isFalse();
        assertThat(OFFICE.isOpen(at("2026-05-12T09:00:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-05-12T10:30:00Z"))).isFalse();
    }

    @Test
    void a_span_may_run_past_midnight() {
        assertThat(OFFICE.isOpen(at("2026-05-08T21:00:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-05-08T23:59:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-05-09T00:00:00Z"))).isFalse();
        assertThat(OFFICE.closesAt(at("2026-05-08T22:30:00Z"))).contains(at("2026-05-09T00:00:00Z"));
    }

    @Test
    void says_when_it_opens_next_past_weekend_and_holiday() {
        assertThat(OFFICE.opensAt(at("2026-05-04T17:00:00Z"))).contains(at("2026-05-08T07:00:00Z"));
        assertThat(OFFICE.opensAt(at("2026-05-04T08:00:00Z"))).contains(at("2026-05-04T08:00:00Z"));
        var never = new OpeningHours(MADRID, false, Map.of(), List.of());
        assertThat(never.opensAt(at("2026-05-04T08:00:00Z"))).isEmpty();
        var yearly = new OpeningHours(
                MADRID, false, Map.of(), List.of(new Holiday(LocalDate.of(2027, 1, 1), "Once", List.of(DAY))));
        assertThat(yearly.opensAt(at("2026-05-04T08:00:00Z"))).contains(at("2027-01-01T08:00:00Z"));
    }

    @Test
    void around_the_clock_never_closes() {
        assertThat(OpeningHours.ALWAYS.isOpen(at("2026-05-04T03:00:00Z"))).isTrue();
        assertThat(OpeningHours.ALWAYS.closesAt(at("2026-05-04T03:00:00Z"))).isEmpty();
        var allWeek = new OpeningHours(
                MADRID,
                false,
                java.util.Arrays.stream(Weekday.values())
                        .collect(java.util.stream.Collectors.toMap(
                                day -> day, day -> List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
                List.of());
        assertThat(allWeek.isOpen(at("2026-05-04T22:00:00Z"))).isTrue();
        assertThat(allWeek.closesAt(at("2026-05-04T22:00:00Z"))).isPresent();
    }

    @Test
    void callbacks_are_offered_within_the_hours_by_day_and_apart() {
        List<Instant> times = CallbackTimes.offer(OFFICE, at("2026-05-04T14:10:00Z"), MADRID, 3);
        assertThat(times)
                .containsExactly(at("2026-05-04T14:30:00Z"), at("2026-05-08T07:00:00Z"), at("2026-05-08T10:30:00Z"));
        assertThat(CallbackTimes.offer(OpeningHours.ALWAYS, at("2026-05-04T23:10:00Z"), MADRID, 2))
                .containsExactly(at("2026-05-05T07:00:00Z"), at("2026-05-05T10:30:00Z"));
        assertThat(CallbackTimes.offer(
                        new OpeningHours(MADRID, false, Map.of(), List.of()), at("2026-05-04T23:10:00Z"), MADRID, 2))
                .isEmpty();
    }
}
