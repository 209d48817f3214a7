package io.attune.console;

import io.attune.handoff.hours.OpeningHours;
import io.attune.handoff.hours.Weekday;
import io.attune.problem.Faults;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opening hours as they are sent: as texts, so that each fault can be named. */
record HoursBody(
        @Nullable String zone,
        @Nullable Boolean always,
        @Nullable Map<String, List<Span>> week,
        @Nullable List<Holiday> holidays) {
    private static final int MOST = 400;

    record Span(@Nullable String from, @Nullable String to) {}

    record Holiday(
            @Nullable String date,
            @Nullable String name,
            @Nullable List<Span> open) {}

    /** @throws io.attune.problem.ProblemException 400 with everything that is wrong */
    OpeningHours checked() {
        var faults = new Faults();
        ZoneId zoneId = zone(faults);
        var days = new EnumMap<Weekday, List<OpeningHours.Span>>(Weekday.class);
        (week == null ? Map.<String, List<Span>>of() : week).forEach((day, spans) -> {
            try {
                days.put(Weekday.valueOf(day.toUpperCase(Locale.ROOT)), spans(faults, "week." + day, spans));
            } catch (IllegalArgumentException e) {
                faults.add("week." + day, "must be one of mon, tue, wed, thu, fri, sat, sun");
            }
        });
        List<OpeningHours.Holiday> free = free(faults);
        faults.refuseIfAny();
        return new OpeningHours(zoneId, Boolean.TRUE.equals(always), days, free);
    }

    private ZoneId zone(Faults faults) {
        try {
            if (zone != null) {
                return ZoneId.of(zone);
            }
            faults.add("zone", "is required");
        } catch (DateTimeException e) {
            faults.add("zone", "must be a time zone such as Europe/London");
        }
        return ZoneId.of("UTC");
    }

    private List<OpeningHours.Holiday> free(Faults faults) {
        List<Holiday> given = holidays == null ? List.of() : holidays;
        faults.need(given.size() <= MOST, "holidays", "at most " + MOST);
        var free = new ArrayList<OpeningHours.Holiday>();
        for (int i = 0; i < Math.min(MOST, given.size()); i++) {
            Holiday holiday = given.get(i);
            String at = "holidays[" + i + "]";
            try {
                String name = holiday.name() == null ? "" : holiday.name();
                free.add(new OpeningHours.Holiday(
                        LocalDate.parse(String.valueOf(holiday.date())),
                        name,
                        spans(faults, at + ".open", holiday.open())));
            } catch (DateTimeException e) {
                faults.add(at + ".date", "must be a day such as 2026-12-25");
            }
        }
        return free;
    }

    private static List<OpeningHours.Span> spans(Faults faults, String at, @Nullable List<Span> spans) {
        var read = new ArrayList<OpeningHours.Span>();
        for (Span span : spans == null ? List.<Span>of() : spans) {
            try {
                read.add(new OpeningHours.Span(
                        LocalTime.parse(String.valueOf(span.from())), LocalTime.parse(String.valueOf(span.to()))));
            } catch (DateTimeException e) {
                faults.add(at, "from and to must be times such as 08:00");
            }
        }
        return read;
    }
}
