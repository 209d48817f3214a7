package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.message.Channel;
import io.attune.message.Language;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asked for. Every field may be missing: then it is up to us.
 *
 * @param detail how things are put to them
 * @param language what they are written to in
 * @param nickname what they are called
 * @param channel where they are written to first
 * @param quietHours when they are not written to, unless they wrote first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
        @Nullable Detail detail,
        @Nullable Language language,
        @Nullable String nickname,
        @Nullable Channel channel,
        @Nullable QuietHours quietHours) {
    public static final Preferences NONE = new Preferences(null, null, null, null, null);

    /** In the customer's own time zone; {@code from} after {@code to} spans midnight. */
    public record QuietHours(
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {
        /** From when on somebody may be written to: now, or when these hours end. The same time twice is no time at all. */
        public Instant over(Instant now, ZoneId zone) {
            if (from == null || to == null || from.equals(to)) {
                return now;
            }
            ZonedDateTime here = now.atZone(zone);
            LocalTime time = here.toLocalTime();
            boolean quiet = from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
            if (!quiet) {
                return now;
            }
            ZonedDateTime end = here.with(to);
            return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
        }

        /** Both ends are there. */
        @JsonIgnore
        public boolean isWhole() {
            return from != null && to != null;
        }
    }
}
