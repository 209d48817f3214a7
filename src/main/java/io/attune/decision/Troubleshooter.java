package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.Fingerprint.Change;
import io.attune.decision.cost.Plan;
import io.attune.decision.cost.Planner;
import io.attune.decision.cost.Step;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.Texts;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Fact;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the next step of a troubleshooting dialog. */
final class Troubleshooter {
    /** From this chance on a cause is named to the customer. */
    private static final double LIKELY = .55;

    private final CostSettings costs;

    Troubleshooter(CostSettings costs) {
        this.costs = costs;
    }

    /** Asks, gives a remedy or hands over, whichever is expected to cost least. */
    void next(Draft draft, Troubleshoot dialog, Topic topic) {
        Situation situation = draft.situation();
        Outlook outlook = outlook(dialog, situation, draft.memory());
        Facts facts = outlook.facts();
        Figures figures = outlook.figures();
        Plan plan = outlook.planner().best();
        reasons(draft, facts, figures, plan);
        Seen.tell(draft, dialog, facts, figures);
        draft.remember(facts.into(draft.memory(), dialog));
        draft.about(dialog.id(), null);
        switch (plan.step()) {
            case Step.Ask(int fact) -> ask(draft, dialog, topic, figures.asks().get(fact));
            case Step.Try(int remedy) ->
                give(draft, dialog, topic, figures, figures.tries().get(remedy));
            case Step.HandOver() -> handOver(draft, dialog, topic, figures);
        }
    }

    Outlook outlook(Troubleshoot dialog, Situation situation, Memory memory) {
        Facts facts = Facts.of(dialog, situation, memory);
        Figures figures = Figures.of(dialog, facts, situation, memory);
        var problem = figures.problem(situation.estimates(), handoverCost(situation), costs.question());
        return new Outlook(facts, figures, problem, new Planner(problem, costs.depth()));
    }

    private double handoverCost(Situation situation) {
        QueueState queue = situation.queue();
        double wait = queue.agentsOnline() == 0
                ? costs.nobodyOnline()
                : Math.min(costs.nobodyOnline(), queue.expectedWait().toSeconds() / 60.0);
        return costs.agent() + costs.waitMinute() * wait;
    }

    private static void reasons(Draft draft, Facts facts, Figures figures, Plan plan) {
        draft.because(
                "likely cause",
                figures.leadingCause().id() + String.format(Locale.ROOT, " %.0f %%", 100 * figures.chance()));
        draft.because(
                "expected cost",
                String.format(Locale.ROOT, "%.1f against %.1f for an agent", plan.cost(), plan.handoverCost()));
        facts.known()
                .forEach((fact, known) -> draft.because(
                        "known: " + fact, known.value() + " (" + known.how().code() + ")"));
        figures.pasts().forEach((remedy, past) -> {
            if (past.standing() != Past.Standing.FREE) {
                draft.because(
                        "tried: " + remedy, past.standing().name().toLowerCase(Locale.ROOT) + changes(past.changes()));
            }
        });
    }

    private static String changes(List<Change> changes) {
        return changes.stream()
                .map(change -> ", " + change.fact() + " was " + change.was() + " is " + change.is())
                .collect(Collectors.joining());
    }

    /** Puts the question of a fact. */
    void ask(Draft draft, Troubleshoot dialog, Topic topic, Fact fact) {
        draft.kind(Kind.ASK);
        draft.because("ask", fact.id());
        draft.say(dialog.texts(), "facts." + fact.id() + ".ask");
        draft.asking(Prompt.TOPIC);
        for (String value : fact.values()) {
            draft.choice(Ids.fact(dialog.id(), fact.id(), value), dialog.texts(), "facts." + fact.id() + "." + value);
        }
        draft.choice(
                Ids.fact(dialog.id(), fact.id(), Known.UNSURE_ID),
                draft.situation().dialogs().talk(),
                "choices.unsure");
        open(draft, topic, new Open(Open.Kind.FACT, fact.id()));
    }

    private void give(Draft draft, Troubleshoot dialog, Topic topic, Figures figures, Remedy remedy) {
        if (isInHand(topic, remedy)) {
            verify(draft, dialog, topic, remedy);
            return;
        }
        Past past = figures.pasts().get(remedy.id());
        if (past != null && past.standing() == Past.Standing.AGAIN) {
            sayWhatChanged(draft, dialog, remedy, past.changes());
        } else if (figures.chance() >= LIKELY
                && remedy.cures().containsKey(figures.leadingCause().id())) {
            sayLikely(draft, dialog, figures);
        }
        draft.because("remedy", remedy.id());
        instruct(draft, dialog, topic, remedy);
        draft.promise(dialog.texts(), "remedies." + remedy.id() + ".promise", Map.of(), Map.of());
        if (remedy.id().equals(Outage.REMEDY)) {
            Outage.remember(draft);
        }
    }

    /** Whether the remedy was the last thing given, with no word yet on how it went. */
    private static boolean isInHand(Topic topic, Remedy remedy) {
        return !topic.path().isEmpty()
                && topic.path().getLast().id().equals(remedy.id())
                && topic.path().getLast().kind() != Open.Kind.FACT;
    }

    /** Says what to do, and offers the answers. */
    void instruct(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy) {
        draft.kind(remedy.settles() ? Kind.INFORM : Kind.REMEDY);
        draft.about(dialog.id(), remedy.id());
        draft.say(dialog.texts(), "remedies." + remedy.id() + ".do");
        answers(draft, dialog, remedy);
        open(draft, topic, new Open(Open.Kind.REMEDY, remedy.id()));
    }

    /** Asks whether the remedy helped. */
    void verify(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy) {
        draft.kind(Kind.VERIFY);
        draft.about(dialog.id(), remedy.id());
        draft.because("verify", remedy.id());
        draft.talk(
                remedy.settles() ? "remedy.settled" : "remedy.helped",
                Map.of("remedy", draft.text(dialog.texts(), "remedies." + remedy.id() + ".title")));
        answers(draft, dialog, remedy);
        if (remedy.verify() != null) {
            draft.examineAgain();
        }
        open(draft, topic, new Open(Open.Kind.VERIFY, remedy.id()));
    }

    /** Offers the answers to a remedy. */
    static void answers(Draft draft, Troubleshoot dialog, Remedy remedy) {
        draft.asking(Prompt.TOPIC);
        Texts talk = draft.situation().dialogs().talk();
        String kind = remedy.settles() ? "choices.told_" : "choices.did_";
        draft.choice(Ids.remedy(dialog.id(), remedy.id(), "worked"), talk, kind + "worked");
        draft.choice(Ids.remedy(dialog.id(), remedy.id(), "same"), talk, kind + "same");
        if (!remedy.settles()) {
            draft.choice(Ids.remedy(dialog.id(), remedy.id(), "cannot"), talk, kind + "cannot");
        }
    }

    private static void sayLikely(Draft draft, Troubleshoot dialog, Figures figures) {
        draft.say(dialog.texts(), "causes." + figures.leadingCause().id() + ".likely");
    }

    private static void sayWhatChanged(Draft draft, Troubleshoot dialog, Remedy remedy, List<Change> changes) {
        Change change = changes.getFirst();
        draft.talk(
                remedy.settles() ? "remedy.changed_told" : "remedy.changed",
                Map.of(
                        "remedy",
                        draft.text(dialog.texts(), "remedies." + remedy.id() + ".title"),
                        "was",
                        draft.text(dialog.texts(), "facts." + change.fact() + "." + change.was() + ".name"),
                        "is",
                        draft.text(dialog.texts(), "facts." + change.fact() + "." + change.is() + ".name")));
    }

    private void handOver(Draft draft, Troubleshoot dialog, Topic topic, Figures figures) {
        draft.remember(draft.memory().withTopic(topic.settled()));
        boolean failed =
                draft.memory().tried().stream().anyMatch(tried -> tried.dialog().equals(dialog.id()));
        var cause = figures.leadingCause();
        if (cause.needsAgent() && figures.chance() >= LIKELY) {
            sayLikely(draft, dialog, figures);
        }
        String likely = cause.id() + String.format(Locale.ROOT, " (%.0f %%)", 100 * figures.chance());
        boolean inVain = failed && !cause.needsAgent();
        Handoffs.order(
                draft,
                new HandoffOrder(
                        inVain ? ReasonCode.REPEATED_FAILURE : ReasonCode.POLICY_REQUIRED,
                        "No further self-service step is worth the customer's time; most likely cause: " + likely + ".",
                        null,
                        0),
                inVain ? "tried" : "specialist");
    }

    private static void open(Draft draft, Topic topic, Open open) {
        draft.remember(draft.memory()
                .withTopic(topic.waitingFor(open, draft.situation().now().getEpochSecond())));
    }
}
