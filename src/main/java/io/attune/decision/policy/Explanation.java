package io.attune.decision.policy;

import io.attune.decision.policy.Chance.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in short English why figures spoke as they did, and what would have changed it. */
final class Explanation {
    private Explanation() {}

    static List<Reason> reasons(Chance chance, double threshold, Duration wait, double offer) {
        double probability = chance.probability();
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(
                "chance that the bot fails",
                HandoffPolicy.figure(probability) + " against " + HandoffPolicy.figure(threshold)));
        chance.leading().forEach(term -> reasons.add(new Reason(term.feature().words(), signed(term.weight()))));
        chance.terms().stream()
                .filter(term -> term.weight() < 0)
                .forEach(term -> reasons.add(new Reason(term.feature().words(), signed(term.weight()))));
        reasons.add(new Reason("queue", wait.toMinutes() + " min"));
        reasons.add(new Reason("would change it", change(chance, threshold, threshold - offer)));
        return reasons;
    }

    private static String change(Chance chance, double threshold, double offered) {
        double limit = Math.log(threshold / (1 - threshold));
        if (chance.logOdds() < limit) {
            double missing = limit - chance.logOdds();
            return (chance.probability() < offered ? "handed over with " : "handed over, not only offered, with ")
                    + signed(missing) + " more";
        }
        return chance.leading().stream()
                .filter(term -> chance.logOdds() - term.weight() < limit)
                .findFirst()
                .map(term -> "without " + term.feature().words() + " the bot would go on")
                .orElse("no single signal");
    }

    static ReasonCode code(List<Term> leading) {
        if (leading.isEmpty()) {
            return ReasonCode.POLICY_REQUIRED;
        }
        return switch (leading.getFirst().feature()) {
            case FRUSTRATION, FRUSTRATION_NOW, RISE -> ReasonCode.FRUSTRATION;
            case MISUNDERSTOOD -> ReasonCode.LOW_CONFIDENCE;
            case FAILED_STEPS, FAILED_BEFORE, SAME_QUERY, CUSTOMER_REPEATS, BOT_REPEATS, STUCK, LONG_CONVERSATION ->
                ReasonCode.REPEATED_FAILURE;
            case UNWILLING_HIGH_VALUE, THREATENS_TO_LEAVE, CHURN -> ReasonCode.VIP_RULE;
            case STEP_TOO_HARD, PRESSED, UNWILLING, PROGRESS, THANKS, OUTAGE_EXPLAINED -> ReasonCode.POLICY_REQUIRED;
        };
    }

    static String sentence(List<Term> leading, double probability) {
        String why = leading.isEmpty()
                ? ""
                : ": " + leading.stream().map(term -> term.feature().words()).collect(Collectors.joining(", "));
        return "The bot would probably not resolve this (" + Math.round(100 * probability) + " %)" + why + ".";
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
