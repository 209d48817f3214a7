package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.handoff.Case.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handoffs counted. Times in ms; none where nothing was measured.
 *
 * @param handedOver all of them, open ones too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tally(
        int handedOver,
        int served,
        int returned,
        int left,
        int callback,
        int failed,
        @Nullable Long medianWaitMs,
        @Nullable Long p90WaitMs,
        @Nullable Long medianHandlingMs) {

    public static Tally of(List<Case> cases) {
        List<Long> waits = sorted(cases.stream().flatMap(one -> millis(one.requestedAt(), one.joinedAt())));
        List<Long> handling = sorted(cases.stream().flatMap(one -> millis(one.joinedAt(), one.endedAt())));
        return new Tally(
                cases.size(),
                count(cases, Outcome.SERVED),
                count(cases, Outcome.RETURNED),
                count(cases, Outcome.LEFT),
                count(cases, Outcome.CALLBACK),
                count(cases, Outcome.FAILED),
                percentile(waits, .5),
                percentile(waits, .9),
                percentile(handling, .5));
    }

    private static int count(List<Case> cases, Outcome outcome) {
        return (int) cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static Stream<Long> millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? Stream.empty()
                : LongStream.of(Duration.between(from, to).toMillis()).boxed();
    }

    private static List<Long> sorted(Stream<Long> values) {
        return values.sorted().toList();
    }

    private static @Nullable Long percentile(List<Long> sorted, double at) {
        return sorted.isEmpty() ? null : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(at * sorted.size())));
    }
}
