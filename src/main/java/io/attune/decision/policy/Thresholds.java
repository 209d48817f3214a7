package io.attune.decision.policy;

import io.attune.customer.Level;
import io.attune.decision.policy.HandoffSettings.Costs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threshold for every turn, wait and value of a customer: tables for some waits, and straight lines between them. */
final class Thresholds {
    /** Minutes. Whoever waits longer than the last is no further from an agent for it. */
    private static final double[] WAITS = {0, 1, 2, 4, 7, 12, 20, 40, 90};

    private static final double LEAST = .10;
    private static final double MOST = .97;

    private final List<List<StoppingTable>> byValue = new ArrayList<>();

    Thresholds(HandoffSettings settings) {
        Costs costs = settings.costs();
        for (Level value : Level.values()) {
            List<StoppingTable> byWait = new ArrayList<>();
            for (double wait : WAITS) {
                byWait.add(new StoppingTable(
                        costs.agent() + costs.waitMinute() * wait, costs.failure(value), costs, settings.course()));
            }
            byValue.add(byWait);
        }
    }

    /** @param minutes expected in the queue */
    double at(int turn, double minutes, @Nullable Level value) {
        List<StoppingTable> byWait = byValue.get((value == null ? Level.MEDIUM : value).ordinal());
        int after = 1;
        while (after < WAITS.length - 1 && WAITS[after] < minutes) {
            after++;
        }
        double share = Math.clamp((minutes - WAITS[after - 1]) / (WAITS[after] - WAITS[after - 1]), 0, 1);
        double threshold = (1 - share) * byWait.get(after - 1).threshold(turn)
                + share * byWait.get(after).threshold(turn);
        return Math.clamp(threshold, LEAST, MOST);
    }
}
