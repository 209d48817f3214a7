package io.attune.decision;

import io.attune.aptitude.Domain;
import io.attune.aptitude.Observation;
import io.attune.aptitude.Willingness;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.decision.memory.Topic;
import io.attune.decision.memory.Tried;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;

/** Books how a remedy ended: in the memory, in the ledger, and as evidence about the customer. */
final class Outcomes {
    private Outcomes() {}

    static void book(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy, Outcome outcome) {
        Situation situation = draft.situation();
        String diagnosis =
                Facts.of(dialog, situation, draft.memory()).fingerprint().text();
        draft.remember(draft.memory()
                .withTried(new Tried(dialog.id(), remedy.id(), outcome, draft.seq(), diagnosis))
                .withTopic(topic.settled()));
        draft.record(new LedgerEntry(
                situation.now(),
                situation.channel().code(),
                topic.intent(),
                dialog.id() + "/" + remedy.id(),
                outcome,
                diagnosis));
        boolean measured = outcome == Outcome.WORKED && isMeasured(situation, topic, remedy);
        draft.because("outcome of " + remedy.id(), outcome.code() + (measured ? ", as the line tests show" : ""));
        if (!measured && (remedy.verify() != null || !remedy.changes().isEmpty())) {
            draft.examineAgain();
        }
        if (!remedy.settles()) {
            evidence(draft, topic, remedy, outcome);
        }
    }

    /** What had helped in this conversation did not last. */
    static void cameBack(Draft draft, String dialog, String intent) {
        draft.because("came back", dialog);
        draft.remember(draft.memory().withCourse(draft.memory().course().withoutSolved(dialog)));
        draft.memory().tried().reversed().stream()
                .filter(tried -> tried.dialog().equals(dialog))
                .findFirst()
                .filter(tried -> tried.outcome() == Outcome.WORKED)
                .ifPresent(tried -> {
                    draft.remember(draft.memory()
                            .withTried(new Tried(
                                    dialog, tried.remedy(), Outcome.CAME_BACK, draft.seq(), tried.diagnosis())));
                    draft.record(new LedgerEntry(
                            draft.situation().now(),
                            draft.situation().channel().code(),
                            intent,
                            dialog + "/" + tried.remedy(),
                            Outcome.CAME_BACK,
                            tried.diagnosis()));
                });
    }

    /** Whether a reading taken since the remedy was given shows that it worked. */
    private static boolean isMeasured(Situation situation, Topic topic, Remedy remedy) {
        var check = remedy.verify();
        var reading = check == null ? null : situation.diagnosis().facts().get(check.reading());
        Values values = Values.of(situation);
        return check != null
                && reading != null
                && reading.at().getEpochSecond() >= topic.since()
                && check.condition().holds(reading.value(), values::measured);
    }

    private static void evidence(Draft draft, Topic topic, Remedy remedy, Outcome outcome) {
        Domain domain = Domain.of(topic.intent()).orElse(null);
        double difficulty = remedy.effort().difficulty();
        switch (outcome) {
            case WORKED -> {
                draft.observe(Observation.step("completed a step: " + remedy.id(), difficulty, 1, draft.seq())
                        .in(domain));
                draft.willing(Willingness.Sign.COMPLETED, "completed a step: " + remedy.id());
            }
            case NOT_POSSIBLE ->
                draft.observe(Observation.step("could not do a step: " + remedy.id(), difficulty, 0, draft.seq())
                        .in(domain));
            case REFUSED -> draft.willing(Willingness.Sign.REFUSED, "declined a step: " + remedy.id());
            case FAILED ->
                // Done in vain says that they were willing; whether it was done right is not known.
                draft.willing(Willingness.Sign.ACCEPTED, "tried a step: " + remedy.id());
            case CAME_BACK -> {}
        }
    }
}
