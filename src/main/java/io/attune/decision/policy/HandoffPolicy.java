package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Costs;
import io.attune.decision.policy.HandoffSettings.Margins;
import io.attune.decision.policy.HandoffSettings.Weights;
import io.attune.decision.policy.Verdict.Advice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Says whether a conversation should go to an agent: hard rules, then the chance that the bot will not resolve it (logistic)
 * against a threshold that knows the queue and the stakes, with a band in which a person is offered, and two turns in a row
 * before it acts unasked. The same signals give the same verdict.
 */
public final class HandoffPolicy {
    private final HandoffSettings settings;

    public HandoffPolicy(HandoffSettings settings) {
        this.settings = settings;
    }

    public HandoffSettings settings() {
        return settings;
    }

    public Verdict judge(Signals signals) {
        List<Term> terms = terms(signals);
        double probability =
                1 / (1 + Math.exp(-terms.stream().mapToDouble(Term::weight).sum()));
        double threshold = threshold(signals);
        return HardRule.first(signals, settings)
                .map(rule -> byRule(rule, signals, probability, threshold))
                .orElseGet(() -> byFigures(signals, terms, probability, threshold));
    }

    private Verdict byRule(HardRule rule, Signals signals, double probability, double threshold) {
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("rule", rule.id()));
        if (rule == HardRule.SAME_QUERY_AGAIN) {
            reasons.add(new Reason("same query", signals.queries() + " times in " + settings.seedDays() + " days"));
            reasons.add(new Reason("enthusiasm", figure(signals.enthusiasm())));
            reasons.add(new Reason("customer value", "high"));
        }
        int priority = Math.max(rule.priority(), signals.vulnerable() ? 3 : 0);
        return new Verdict(
                Advice.TRANSFER,
                probability,
                threshold,
                rule.id(),
                rule.code(),
                rule.sentence(),
                priority,
                signals.over(),
                reasons);
    }

    private Verdict byFigures(Signals signals, List<Term> terms, double probability, double threshold) {
        Margins margins = settings.margins();
        int over = probability >= threshold ? signals.over() + 1 : 0;
        Advice advice = over >= 2 || probability >= threshold + margins.force()
                ? Advice.TRANSFER
                : probability >= threshold - margins.offer() ? Advice.OFFER : Advice.CONTINUE;
        var leading = terms.stream()
                .filter(term -> !term.what().equals("bias") && term.weight() > 0)
                .sorted(Comparator.comparingDouble(Term::weight).reversed())
                .limit(3)
                .toList();
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("chance that the bot fails", figure(probability) + " against " + figure(threshold)));
        leading.forEach(term -> reasons.add(new Reason(term.what(), signed(term.weight()))));
        if (advice != Advice.CONTINUE) {
            reasons.add(new Reason("queue", signals.queueWait().toMinutes() + " min"));
            reasons.add(new Reason("would change it", whatWouldChangeIt(leading, probability, threshold)));
        }
        return new Verdict(
                advice,
                probability,
                threshold,
                null,
                advice == Advice.CONTINUE ? null : code(leading),
                advice == Advice.CONTINUE ? "" : sentence(leading, probability),
                signals.vulnerable() ? 3 : 0,
                over,
                reasons);
    }

    private static ReasonCode code(List<Term> leading) {
        return switch (leading.isEmpty() ? "" : leading.getFirst().what()) {
            case "frustration", "rising frustration" -> ReasonCode.FRUSTRATION;
            case "not understood" -> ReasonCode.LOW_CONFIDENCE;
            case "failed steps",
                    "same query before",
                    "says the same again",
                    "nothing new to say",
                    "long conversation" -> ReasonCode.REPEATED_FAILURE;
            case "unwilling, high value" -> ReasonCode.VIP_RULE;
            default -> ReasonCode.POLICY_REQUIRED;
        };
    }

    private static String sentence(List<Term> leading, double probability) {
        String why = leading.isEmpty()
                ? ""
                : ": " + String.join(", ", leading.stream().map(Term::what).toList());
        return "The bot would probably not resolve this (" + Math.round(100 * probability) + " %)" + why + ".";
    }

    private static String whatWouldChangeIt(List<Term> leading, double probability, double threshold) {
        double odds = Math.log(probability / (1 - probability));
        double limit = Math.log(threshold / (1 - threshold));
        return leading.stream()
                .filter(term -> odds - term.weight() < limit)
                .findFirst()
                .map(term -> "without " + term.what() + " the bot would go on")
                .orElse("no single signal");
    }

    private double threshold(Signals signals) {
        Costs costs = settings.costs();
        Margins margins = settings.margins();
        double now = costs.agent() + costs.waitMinute() * signals.queueWait().toSeconds() / 60.0;
        double loss = signals.clv() == null
                ? costs.churnLow()
                : switch (signals.clv()) {
                    case LOW -> costs.churnLow();
                    case MEDIUM -> costs.churnMid();
                    case HIGH -> costs.churnHigh();
                };
        double fail = costs.agent() + costs.repeat() + loss;
        double myopic = (now - costs.bot()) / (fail - costs.bot());
        double early = margins.early() * Math.max(0, 1 - signals.turn() / (double) margins.turns());
        double declined = signals.justDeclined() ? margins.declined() : 0;
        return Math.clamp(myopic + early + declined, .10, .97);
    }

    private List<Term> terms(Signals s) {
        Weights w = settings.weights();
        double unwilling = 1 - s.enthusiasm();
        boolean high = s.clv() == io.attune.customer.Level.HIGH;
        return List.of(
                new Term("bias", w.bias()),
                new Term("frustration", w.frustration() * s.frustration()),
                new Term("rising frustration", w.rise() * Math.max(0, s.rise())),
                new Term("same query before", w.repeats() * Math.clamp(s.queries() - 1, 0, 4)),
                new Term("failed steps", w.failedStep() * Math.min(s.failedSteps(), 3)),
                new Term("not understood", w.misunderstood() * s.misunderstood()),
                new Term("says the same again", s.customerRepeats() ? w.customerRepeats() : 0),
                new Term("nothing new to say", w.stuck() * s.stuck()),
                new Term("next step too hard", w.stepTooHard() * s.stepTooHard()),
                new Term("unwilling", w.unwilling() * unwilling),
                new Term("unwilling, high value", high ? w.unwillingHighValue() * unwilling : 0),
                new Term("likely to leave", w.churn() * s.churn()),
                new Term("long conversation", w.turnBeyondPlan() * s.turnsBeyondPlan()),
                new Term("verified progress", s.progress() ? w.progress() : 0),
                new Term("thanks", w.thanks() * s.thanks()),
                new Term("outage explained", s.outageExplained() ? w.outageExplained() : 0));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }

    private record Term(String what, double weight) {}
}
