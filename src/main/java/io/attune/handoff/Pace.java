package io.attune.handoff;

import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.message.Content;
import io.attune.message.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the customer has been writing, oldest first. A description for the agent; the estimates have their own evidence.
 *
 * @param words of each of the last messages
 * @param latencyMs from what was said to them to their answer
 * @param said slowing, steady, quickening; unknown with fewer than four answers
 */
public record Pace(List<Integer> words, List<Long> latencyMs, String said) {
    private static final int LAST = 8;
    private static final int ENOUGH = 4;
    private static final double CLEARLY = 1.5;

    public static Pace of(List<Entry> entries) {
        var words = new ArrayList<Integer>();
        var latencies = new ArrayList<Long>();
        Instant spoken = null;
        for (Entry entry : entries) {
            if (entry.event() instanceof Message message) {
                if (message.from().role() != Role.CUSTOMER) {
                    spoken = entry.at();
                } else {
                    if (message.content() instanceof Content.Text text) {
                        words.add(text.text().strip().split("\\s+").length);
                    }
                    addLatency(latencies, spoken, entry.at());
                    spoken = null;
                }
            }
        }
        return new Pace(last(words), last(latencies), said(latencies));
    }

    private static void addLatency(List<Long> latencies, @Nullable Instant spoken, Instant at) {
        if (spoken != null) {
            latencies.add(Duration.between(spoken, at).toMillis());
        }
    }

    private static <T> List<T> last(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - LAST), all.size()));
    }

    private static String said(List<Long> latencies) {
        if (latencies.size() < ENOUGH) {
            return "unknown";
        }
        int half = latencies.size() / 2;
        double before = mean(latencies.subList(0, half));
        double after = mean(latencies.subList(half, latencies.size()));
        return after > before * CLEARLY ? "slowing" : after * CLEARLY < before ? "quickening" : "steady";
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
