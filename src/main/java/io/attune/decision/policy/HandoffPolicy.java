package io.attune.decision.policy;

import io.attune.decision.policy.HandoffSettings.Margins;
import io.attune.decision.policy.Verdict.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says whether a conversation should go to an agent: hard rules, then the calibrated chance that the bot will not resolve
 * it against a threshold that knows the turn, the queue and the stakes, with a band below it in which a person is offered.
 * The same signals give the same verdict.
 */
public final class HandoffPolicy {
    private final HandoffSettings settings;
    private final Thresholds thresholds;

    /** @throws IllegalArgumentException naming everything that is wrong with the settings */
    public HandoffPolicy(HandoffSettings settings) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        this.settings = settings;
        thresholds = new Thresholds(settings);
    }

    public HandoffSettings settings() {
        return settings;
    }

    public Verdict judge(Signals signals) {
        Figures figures = figures(signals);
        return HardRule.first(signals, settings.rules())
                .map(rule -> byRule(rule, signals, figures))
                .orElseGet(() -> byFigures(signals, figures));
    }

    private Figures figures(Signals signals) {
        Map<Feature, Double> features = Feature.of(signals);
        double minutes = signals.queueWait().toSeconds() / 60.0;
        double declined = signals.course().justDeclined() ? settings.margins().declined() : 0;
        double threshold = thresholds.at(
                        signals.course().turn(), minutes, signals.customer().clv())
                + declined;
        return new Figures(Chance.of(features, settings.weights()), Math.min(.97, threshold), features);
    }

    private Verdict byRule(HardRule rule, Signals signals, Figures figures) {
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("rule", rule.id()));
        if (rule == HardRule.SAME_QUERY_AGAIN) {
            int days = settings.rules().sameQueryDays();
            reasons.add(new Reason("same query", signals.customer().queries() + " times in " + days + " days"));
            reasons.add(new Reason("enthusiasm", figure(signals.customer().enthusiasm())));
            reasons.add(new Reason("customer value", "high"));
        }
        return new Verdict(
                Advice.TRANSFER,
                figures.chance().probability(),
                figures.threshold(),
                rule.id(),
                rule.code(),
                rule.sentence(),
                Math.max(rule.priority(), signals.customer().vulnerable() ? 3 : 0),
                signals.course().over(),
                reasons,
                figures.recorded());
    }

    private Verdict byFigures(Signals signals, Figures figures) {
        Margins margins = settings.margins();
        double probability = figures.chance().probability();
        double threshold = figures.threshold();
        int over = probability >= threshold ? signals.course().over() + 1 : 0;
        Advice advice = over >= margins.sustained() || probability >= threshold + margins.force()
                ? Advice.TRANSFER
                : probability >= threshold - margins.offer() ? Advice.OFFER : Advice.CONTINUE;
        boolean goesOn = advice == Advice.CONTINUE;
        var leading = figures.chance().leading();
        return new Verdict(
                advice,
                probability,
                threshold,
                null,
                goesOn ? null : Explanation.code(leading),
                goesOn ? "" : Explanation.sentence(leading, probability),
                signals.customer().vulnerable() ? 3 : 0,
                over,
                Explanation.reasons(figures.chance(), threshold, signals.queueWait(), margins.offer()),
                figures.recorded());
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private record Figures(Chance chance, double threshold, Map<Feature, Double> features) {
        Map<String, Double> recorded() {
            return features.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().id(), entry -> Math.round(1000 * entry.getValue()) / 1000.0));
        }
    }
}
