package io.attune.understanding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What day a {@code date} entity means, as the customer sees it on the day that they write. */
public final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{2,4})?)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?(\\p{L}+)");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}+)\\s(\\d{1,2})(?:st|nd|rd|th)?");

    /** How months begin, from January on, without accents; longer ones first where two share a beginning. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "ene"),
            List.of("feb", "fev"),
            List.of("mar"),
            List.of("apr", "abr", "avr"),
            List.of("may", "mai"),
            List.of("jun", "juin"),
            List.of("jul", "juil"),
            List.of("aug", "ago", "aou"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez", "dic"));

    private Dates() {}

    /**
     * @param written as it stands in the message, such as "tomorrow morning", "vor drei Tagen", "28/11" (day first), "28 November"
     * @param today in the customer's time zone
     * @return empty when it is no day that there is, or more than one. A weekday is the next one, today excluded; a day without a year is the
     *     one nearest to today that is at most half a year back.
     */
    public static Optional<LocalDate> resolve(String written, LocalDate today) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        String plain = Folding.fold(text);
        Optional<LocalDate> told = DayWords.resolve(plain, today);
        if (told.isPresent()) {
            return told;
        }
        return match(ISO, plain)
                .flatMap(m -> date(m.group(1), m.group(2), m.group(3)))
                .or(() -> match(FIGURES, plain)
                        .flatMap(m -> m.group(3) == null
                                ? nearest(m.group(1), number(m.group(2)), today)
                                : date(m.group(3), m.group(2), m.group(1))))
                .or(() -> match(DAY_MONTH, plain).flatMap(m -> nearest(m.group(1), month(m.group(2)), today)))
                .or(() -> match(MONTH_DAY, plain).flatMap(m -> nearest(m.group(2), month(m.group(1)), today)));
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int month(String name) {
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).stream().anyMatch(name::startsWith)) {
                return month + 1;
            }
        }
        return 0;
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int full = year.length() == 2 ? 2000 + number(year) : number(year);
        return date(full, number(month), number(day));
    }

    private static Optional<LocalDate> nearest(String day, int month, LocalDate today) {
        return date(today.getYear(), month, number(day))
                .map(date -> date.isBefore(today.minusMonths(6))
                        ? date.plusYears(1)
                        : date.isAfter(today.plusMonths(6)) ? date.minusYears(1) : date);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
