package io.attune.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Points in time as a customer reads them. */
final class Moments {
    private static final int SHORTEST = "2026-03-02T18:00Z".length();

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Moments() {}

    /** "Saturday, 28 November 2026", in the customer's language. */
    private static String day(String value, Situation situation) {
        try {
            Locale locale = Locale.forLanguageTag(situation.language().code());
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(locale)
                    .format(LocalDate.parse(value));
        } catch (DateTimeParseException noSuchDay) {
            return value;
        }
    }

    /** "18:30" today, "Tuesday 18:30" within a week, else with the date; whatever is no point in time stays as it is. */
    static String readable(String value, Situation situation) {
        if (DAY.matcher(value).matches()) {
            return day(value, situation);
        }
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
