package io.attune.integration;

import io.attune.diagnostics.LineState;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a simulated line may be. */
public final class LineStateCheck {
    private static final long LONGEST_DELAY_MS = 60_000;
    private static final List<String> BANDS = List.of("2.4", "5");

    private LineStateCheck() {}

    /** @throws io.attune.problem.ProblemException 400 with everything that is wrong */
    static void check(LineState state) {
        var faults = new Faults();
        check(state, "", faults);
        faults.refuseIfAny();
    }

    /** @param at put before the names of the fields */
    public static void check(LineState state, String at, Faults faults) {
        faults.need(notNegative(state.downstreamMbps()), at + "downstreamMbps", "must not be negative")
                .need(notNegative(state.planMbps()), at + "planMbps", "must not be negative")
                .need(notNegative(state.drops24h()), at + "drops24h", "must not be negative")
                .need(notNegative(state.routerUptimeDays()), at + "routerUptimeDays", "must not be negative")
                .need(
                        state.wifiBand() == null || BANDS.contains(state.wifiBand()),
                        at + "wifiBand",
                        "must be one of 2.4, 5")
                .need(
                        state.delayMs() == null || (state.delayMs() >= 0 && state.delayMs() <= LONGEST_DELAY_MS),
                        at + "delayMs",
                        "must be 0 to " + LONGEST_DELAY_MS)
                .need(outageIsNamed(state.outage()), at + "outage.id", "must be 1 to 64 of A-Za-z0-9_.:-");
    }

    private static boolean notNegative(@Nullable Number number) {
        return number == null || number.doubleValue() >= 0;
    }

    private static boolean outageIsNamed(LineState.@Nullable Outage outage) {
        return outage == null || (outage.id() != null && Ids.isId(outage.id()));
    }
}
