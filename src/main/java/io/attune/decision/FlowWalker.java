package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import java.util.HashSet;

/** Walks a flow: says, branches and asks, up to the next question or the end. */
final class FlowWalker {
    private final Conversation conversation;

    FlowWalker(Conversation conversation) {
        this.conversation = conversation;
    }

    void enter(Draft draft, Flow flow, Topic topic, String start) {
        draft.about(flow.id(), null);
        var visited = new HashSet<String>();
        String at = start;
        while (visited.add(at)) {
            draft.because("step", at);
            String say = "steps." + at + ".say";
            switch (flow.step(at).orElse(null)) {
                case Step.Say(String next) -> {
                    draft.say(flow.texts(), say);
                    at = next;
                }
                case Step.Branch branch -> at = way(draft, branch);
                case Step.Ask ask -> {
                    draft.say(flow.texts(), say);
                    ask(draft, flow, topic, at, ask);
                    return;
                }
                case Step.End(boolean resolved) -> {
                    draft.say(flow.texts(), say);
                    end(draft, topic, resolved);
                    return;
                }
                case Step.HandOver() -> {
                    draft.say(flow.texts(), say);
                    handOver(draft, flow, topic, at);
                    return;
                }
                case null -> {
                    handOver(draft, flow, topic, at);
                    return;
                }
            }
        }
        handOver(draft, flow, topic, at);
    }

    private static String way(Draft draft, Step.Branch branch) {
        Values values = Values.of(draft.situation());
        return branch.ways().stream()
                .filter(way -> way.when().holds(values.find(way.value()), values::find))
                .map(Flow.Way::next)
                .findFirst()
                .orElse("");
    }

    private static void ask(Draft draft, Flow flow, Topic topic, String step, Step.Ask ask) {
        draft.kind(Kind.ASK);
        draft.asking(Prompt.TOPIC);
        for (Flow.Answer answer : ask.answers()) {
            draft.choice(Ids.step(flow.id(), step, answer.id()), flow.texts(), "steps." + step + "." + answer.id());
        }
        draft.remember(draft.memory()
                .withTopic(topic.waitingFor(
                        new Open(Open.Kind.STEP, step), draft.situation().now().getEpochSecond())));
    }

    private void end(Draft draft, Topic topic, boolean resolved) {
        if (resolved) {
            conversation.solved(draft, topic, "flow.done");
        } else {
            draft.kind(Kind.INFORM);
            draft.remember(draft.memory().withoutTopic(topic.dialog()));
            conversation.ending(draft);
        }
    }

    private static void handOver(Draft draft, Flow flow, Topic topic, String step) {
        draft.remember(draft.memory().withTopic(topic.settled()));
        Handoffs.order(
                draft,
                new HandoffOrder(
                        ReasonCode.POLICY_REQUIRED,
                        "The dialog " + flow.id() + " needs a person at the step " + step + ".",
                        null,
                        0));
    }

    /** The customer answered a step. */
    void answer(Draft draft, Flow flow, Topic topic, String step, String answer) {
        if (flow.step(step).orElse(null) instanceof Step.Ask ask) {
            ask.answers().stream()
                    .filter(one -> one.id().equals(answer))
                    .findFirst()
                    .ifPresent(one -> enter(draft, flow, topic.settled(), one.next()));
        }
    }
}
