package io.attune.handoff.routing;

import java.time.Duration;
import java.util.List;

/**
 * How long a customer will wait. Free places serve at once; with all of them taken one comes free every handling time
 * divided by places, in the mean and whatever the spread of handling times (the superposed renewals of many busy places),
 * so the customer with {@code n} before them waits for {@code n + 1} of these.
 */
public final class WaitEstimate {
    /** How many conversations the configured handling time counts for. */
    private static final int PRIOR = 10;

    private WaitEstimate() {}

    /**
     * @param before customers who are served earlier
     * @param free places free now
     * @param places of everybody who is there
     */
    public static Duration of(int before, int free, int places, Duration handling) {
        int ahead = before + 1 - free;
        return ahead <= 0 ? Duration.ZERO : handling.multipliedBy(ahead).dividedBy(Math.max(1, places));
    }

    /** The mean of what was measured, drawn to {@code expected} while that is little. */
    public static Duration handling(List<Duration> measured, Duration expected) {
        Duration sum = measured.stream().reduce(expected.multipliedBy(PRIOR), Duration::plus);
        return sum.dividedBy(measured.size() + PRIOR);
    }
}
