package io.attune.channel.directline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ids of activities, {@code conversation|0000001}, and watermarks: both are the seq of the log. */
final class ActivityIds {
    private ActivityIds() {}

    static String of(String conv, long seq) {
        return String.format(Locale.ROOT, "%s|%07d", conv, seq);
    }

    /** An entry may say something in words and for programs: two activities, two ids. */
    static String ofEvent(String conv, long seq) {
        return of(conv, seq) + "e";
    }

    /** Of what is passed on and not kept, such as typing. */
    static String passing(String conv, String unique) {
        return conv + "|passing-" + unique;
    }

    /**
     * The seq after which a client wants to go on.
     *
     * @param watermark none and empty are the start
     * @param head never more than this: a watermark from elsewhere must not hide what comes
     */
    static long after(@Nullable String watermark, long head) {
        if (watermark == null || watermark.isEmpty()) {
            return 0;
        }
        try {
            long seq = Long.parseLong(watermark);
            if (seq >= 0) {
                return Math.min(seq, head);
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        throw Refusal.bad("watermark", "must be one that this server gave");
    }
}
