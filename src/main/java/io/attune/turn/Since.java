package io.attune.turn;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from when on: {@code 36h}, {@code 7d}, {@code 2026-03-01} or {@code 2026-03-01T09:00:00Z}. */
public final class Since {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*([mhd])");

    private Since() {}

    /** Empty for what is none of these. */
    public static Optional<Instant> read(String text, Instant now) {
        Matcher ago = AGO.matcher(text.strip());
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return Optional.of(now.minus(
                    switch (ago.group(2)) {
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    }));
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text.strip())
                            : LocalDate.parse(text.strip())
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
