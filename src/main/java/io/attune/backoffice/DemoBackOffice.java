package io.attune.backoffice;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/** The demo provider's systems: believable, the same for the same customer, and nothing that anyone could lose. */
final class DemoBackOffice implements BackOffice {
    private static final int[] HOURS = {8, 13, 17};

    private final Clock clock;

    DemoBackOffice(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reply send(String customer, Errand errand) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (errand.name()) {
            case "appointment-slots" -> slots(today);
            case "appointment-find" ->
                new Reply("found", Map.of("appointment", slot(today, 1), "number", number("AP", customer)));
            case "appointment-book", "appointment-move", "appointment-cancel" ->
                new Reply("done", Map.of("number", number("AP", customer)));
            case "order-status" ->
                new Reply(
                        "shipped",
                        Map.of(
                                "number",
                                number("OR", customer),
                                "day",
                                working(today, 2).toString()));
            case "payment-extend" -> extend(today, errand.values().get("day"));
            case "plan-offers" ->
                new Reply(
                        "found",
                        Map.of(
                                "plan1",
                                "Fibre 300, 29.90 €",
                                "plan2",
                                "Fibre 600, 36.90 €",
                                "plan3",
                                "Fibre 1000, 44.90 €"));
            case "contract-end" ->
                new Reply(
                        "free",
                        Map.of("day", today.plusMonths(1).withDayOfMonth(1).toString()));
            case "move-check" -> new Reply("served", Map.of("speed", "600"));
            case "password-link" -> new Reply("sent", Map.of());
            case "payment-link" -> new Reply("done", Map.of("link", "https://pay.example/" + number("P", customer)));
            case "refund-check" -> new Reply("due", Map.of("amount", "12.50 EUR"));
            default ->
                new Reply(
                        "done",
                        Map.of(
                                "number",
                                number("CA", customer + errand.name()),
                                "day",
                                working(today, 3).toString()));
        };
    }

    private static Reply slots(LocalDate today) {
        var values = new HashMap<String, String>();
        for (int i = 1; i <= HOURS.length; i++) {
            values.put("slot" + i, slot(today, i));
        }
        return new Reply("found", values);
    }

    private static String slot(LocalDate today, int place) {
        return working(today, place)
                .atTime(LocalTime.of(HOURS[place - 1], 0))
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    /** Two weeks more are given, not three. */
    private static Reply extend(LocalDate today, @org.jspecify.annotations.Nullable String day) {
        LocalDate latest = today.plusDays(14);
        LocalDate wanted = day == null ? latest : LocalDate.parse(day);
        return wanted.isBefore(today)
                ? new Reply("past", Map.of("latest", latest.toString()))
                : wanted.isAfter(latest)
                        ? new Reply("too-late", Map.of("latest", latest.toString()))
                        : new Reply("done", Map.of("day", wanted.toString()));
    }

    private static LocalDate working(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return day;
    }

    private static String number(String prefix, String of) {
        var sum = new CRC32();
        sum.update(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%s-%06d", prefix, sum.getValue() % 1_000_000);
    }
}
