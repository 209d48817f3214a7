package io.attune.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time as a customer reads them. */
final class Moments {
    private static final int SHORTEST = "2026-03-02T18:00Z".length();

    private Moments() {}

    /** "18:30" today, "Tuesday 18:30" within a week, else with the date; whatever is no point in time stays as it is. */
    static String readable(String value, Situation situation) {
        if (value.length() < SHORTEST || value.charAt(4) != '-') {
            return value;
        }
        try {
            ZonedDateTime at =
                    DateTimeFormatter.ISO_DATE_TIME.parse(value, Instant::from).atZone(situation.zone());
            Locale locale = Locale.forLanguageTag(situation.language().code());
            LocalDate today = situation.now().atZone(situation.zone()).toLocalDate();
            String time = DateTimeFormatter.ofPattern("HH:mm", locale).format(at);
            if (at.toLocalDate().equals(today)) {
                return time;
            }
            boolean soon = at.toLocalDate().isAfter(today) && at.toLocalDate().isBefore(today.plusDays(7));
            return (soon
                                    ? DateTimeFormatter.ofPattern("EEEE", locale)
                                    : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                            .withLocale(locale))
                            .format(at)
                    + ", "
                    + time;
        } catch (DateTimeParseException | java.time.temporal.UnsupportedTemporalTypeException noTime) {
            return value;
        }
    }
}
