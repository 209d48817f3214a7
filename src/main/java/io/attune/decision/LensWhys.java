package io.attune.decision;

import io.attune.decision.LensWhy.By;
import io.attune.decision.LensWhy.Led;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Troubleshoot;
import java.util.ArrayList;
import java.util.List;

/** The nodes of the drawing that a decision went through, each with why, by the decision's own reasons. */
final class LensWhys {
    private static final String PERSON = "person";
    private final Dialog dialog;
    private final Decider decider;

    LensWhys(Dialog dialog, Decider decider) {
        this.dialog = dialog;
        this.decider = decider;
    }

    record Visit(String node, LensWhy why) {}

    /**
     * @param situation that the decision was made in
     * @param start what led to the first of them
     */
    List<Visit> visits(Situation situation, Decision decision, Led start) {
        Verdict verdict = decision.verdict();
        HandoffOrder order = decision.handoff();
        if (order != null && verdict != null && order.sentence().equals(verdict.sentence())) {
            return List.of(new Visit(PERSON, policy(verdict)));
        }
        var visits = new ArrayList<Visit>();
        LensWhy next = start;
        for (Reason reason : decision.reasons()) {
            switch (reason.what()) {
                case "ask" -> visits.add(new Visit("fact:" + reason.value(), cost(situation, decision, next)));
                case "remedy", "verify" ->
                    visits.add(new Visit("remedy:" + reason.value(), cost(situation, decision, next)));
                case "step" -> {
                    visits.add(new Visit("step:" + reason.value(), next));
                    next = behind(reason.value());
                }
                case "way" -> next = new Led(By.CONDITION, reason.value());
                case "call" -> next = new Led(By.OUTCOME, outcome(reason.value()));
                default -> {}
            }
        }
        if (order != null && visits.isEmpty()) {
            visits.add(new Visit(PERSON, cost(situation, decision, next)));
        }
        return visits;
    }

    private static LensWhy policy(Verdict verdict) {
        return new LensWhy.Policy(
                verdict.rule(), verdict.probability(), verdict.threshold(), verdict.sentence(), verdict.reasons());
    }

    private LensWhy cost(Situation situation, Decision decision, LensWhy otherwise) {
        return dialog instanceof Troubleshoot shoot
                ? new LensFigures(decider.outlook(shoot, situation, decision.memory()), situation).why()
                : otherwise;
    }

    /** Why whatever comes after a step comes, if the step itself has no more to say on it. */
    private Led behind(String step) {
        return switch (dialog instanceof Flow flow ? flow.step(step).orElse(null) : null) {
            case Step.Branch branch -> new Led(By.CONDITION, "");
            case Step.Fill fill -> new Led(By.KNOWN, "");
            case null, default -> new Led(By.NEXT, "");
        };
    }

    private static String outcome(String call) {
        return call.substring(call.indexOf(": ") + 2);
    }
}
