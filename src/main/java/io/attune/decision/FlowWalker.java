package io.attune.decision;

import io.attune.backoffice.BackOffice.Errand;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Pitch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks a flow: says, branches, calls and asks, up to the next question or the end. */
final class FlowWalker {
    /** A title that is nothing but a value. */
    private static final Pattern VALUE = Pattern.compile("\\{([\\w.-]+)}");

    private final Conversation conversation;

    FlowWalker(Conversation conversation) {
        this.conversation = conversation;
    }

    /** From the first step, with nothing known of an earlier time. */
    void begin(Draft draft, Flow flow, Topic topic) {
        draft.remember(Forms.emptied(draft.memory(), flow, topic.seq()));
        enter(draft, flow, topic, flow.start(), EnumSet.noneOf(Form.class));
    }

    /** Puts a step's question again, whatever is known already. */
    void reopen(Draft draft, Flow flow, Topic topic, String step) {
        if (flow.step(step).orElse(null) instanceof Step.Fill fill) {
            draft.remember(draft.memory().withoutFact(flow.id(), Forms.name(fill.as())));
        }
        enter(draft, flow, topic, step, EnumSet.allOf(Form.class));
    }

    /** @param taken forms that this turn's messages have filled already: one date is not two */
    private void enter(Draft draft, Flow flow, Topic from, String start, Set<Form> taken) {
        Topic topic = from;
        draft.about(flow.id(), null);
        draft.remember(Forms.noted(draft.situation(), draft.memory(), flow, taken));
        var visited = new HashSet<String>();
        String at = start;
        while (visited.add(at)) {
            draft.because("step", at);
            switch (flow.step(at).orElse(null)) {
                case Step.Say(String next) -> {
                    say(draft, flow, at);
                    at = next;
                }
                case Step.Branch branch -> at = way(draft, flow, branch);
                case Step.Call call -> {
                    Optional<String> next = called(draft, flow, at, call);
                    if (next.isEmpty()) {
                        return;
                    }
                    at = next.get();
                }
                case Step.Fill fill -> {
                    // One that was asked before is come back to on purpose: to be answered anew.
                    if (topic.path().contains(new Open(Open.Kind.STEP, at))
                            || draft.memory()
                                    .fact(flow.id(), Forms.name(fill.as()))
                                    .isEmpty()) {
                        say(draft, flow, at);
                        wait(draft, topic, at);
                        return;
                    }
                    at = fill.next();
                }
                case Step.Ask ask -> {
                    Optional<Known> told = Foretold.answer(draft, flow, topic, at, ask);
                    if (told.isPresent()) {
                        topic = topic.passing(new Open(Open.Kind.STEP, at));
                        at = passedOver(draft, flow, at, ask, told.get());
                        continue;
                    }
                    say(draft, flow, at);
                    ask(draft, flow, topic, at, ask);
                    return;
                }
                case Step.End(boolean resolved) -> {
                    say(draft, flow, at);
                    end(draft, topic, resolved);
                    return;
                }
                case Step.HandOver() -> {
                    say(draft, flow, at);
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

    /** Where the answer leads that was given before the question; says that it was heard. */
    private static String passedOver(Draft draft, Flow flow, String step, Step.Ask ask, Known told) {
        draft.because("told: " + step, told.value() + ", before it was asked");
        draft.talk("told.before", Map.of("answer", title(draft, flow, step, told.value())));
        return taken(draft, flow, ask, told).map(Flow.Answer::next).orElse("");
    }

    private static String title(Draft draft, Flow flow, String step, String answer) {
        return draft.text(flow.texts(), "steps." + step + "." + answer + ".title");
    }

    /** Keeps an answer under its name. Empty where the question has no such answer. */
    private static Optional<Flow.Answer> taken(Draft draft, Flow flow, Step.Ask ask, Known told) {
        return ask.answers().stream()
                .filter(one -> one.id().equals(told.value()))
                .findFirst()
                .map(one -> {
                    if (ask.as() != null) {
                        draft.remember(Forms.keep(draft.memory(), flow, ask.as(), told));
                    }
                    return one;
                });
    }

    /** What a step says, and what it promises. */
    private static void say(Draft draft, Flow flow, String step) {
        if (step.equals(Outage.REMEDY)) {
            Outage.tell(draft);
        }
        draft.say(flow.texts(), "steps." + step + ".say", readable(draft, flow));
        draft.promise(flow.texts(), "steps." + step + ".promise", readable(draft, flow), raw(draft, flow));
    }

    /** The flow's values as a customer reads them. */
    private static Map<String, String> readable(Draft draft, Flow flow) {
        Map<String, String> values = raw(draft, flow);
        values.replaceAll((name, value) -> Amounts.readable(
                Moments.readable(value, draft.situation()), draft.situation().language()));
        return values;
    }

    /** The flow's values; an answer that was picked by what its title says, as {@code {result.slot1}} in a title says a time. */
    private static Map<String, String> raw(Draft draft, Flow flow) {
        var values = new HashMap<>(Forms.values(draft.memory(), flow));
        flow.steps().forEach((name, step) -> {
            String picked = step instanceof Step.Ask ask && ask.as() != null ? values.get(Forms.name(ask.as())) : null;
            if (step instanceof Step.Ask ask && picked != null && has(ask, picked)) {
                String title = plainTitle(draft, flow, name, picked);
                Matcher whole = VALUE.matcher(title);
                values.put(
                        Forms.name(String.valueOf(ask.as())),
                        whole.matches() ? values.getOrDefault(whole.group(1), title) : title);
            }
        });
        return values;
    }

    private static String plainTitle(Draft draft, Flow flow, String step, String answer) {
        return flow.texts().find("steps." + step + "." + answer + ".title").stream()
                .flatMap(wording -> wording.in(draft.situation().language(), Pitch.STANDARD).stream())
                .findFirst()
                .orElse(answer);
    }

    private static boolean has(Step.Ask ask, String answer) {
        return ask.answers().stream().anyMatch(one -> one.id().equals(answer));
    }

    private static String way(Draft draft, Flow flow, Step.Branch branch) {
        Values known = Values.of(draft.situation());
        Map<String, String> own = Forms.values(draft.memory(), flow);
        Function<String, @Nullable String> find = name -> own.containsKey(name) ? own.get(name) : known.find(name);
        Optional<Flow.Way> taken = branch.ways().stream()
                .filter(way -> way.when().holds(find.apply(way.value()), find))
                .findFirst();
        taken.filter(way -> !way.value().isEmpty())
                .ifPresent(way ->
                        draft.because("way", way.value() + " " + way.when().written()));
        return taken.map(Flow.Way::next).orElse("");
    }

    /** Where the errand's outcome leads; empty when it has to be done first. */
    private static Optional<String> called(Draft draft, Flow flow, String step, Step.Call call) {
        String key = flow.id() + "." + step + "." + draft.seq();
        Reply reply = draft.situation().replies().get(key);
        if (reply == null) {
            draft.send(new Errand(call.name(), key, Forms.sent(draft.memory(), flow, call.with())));
            return Optional.empty();
        }
        draft.because("call", call.name() + ": " + reply.outcome());
        draft.remember(Forms.answered(draft.memory(), flow, reply.values()));
        return Optional.of(call.ways().getOrDefault(reply.outcome(), call.otherwise()));
    }

    private static void ask(Draft draft, Flow flow, Topic topic, String step, Step.Ask ask) {
        Map<String, String> values = readable(draft, flow);
        for (Flow.Answer answer : ask.answers()) {
            String key = "steps." + step + "." + answer.id();
            // A choice that names a value which did not come, such as a third free day, is not offered.
            if (draft.canSay(flow.texts(), key + ".title", values)) {
                draft.choice(Ids.step(flow.id(), step, answer.id()), flow.texts(), key, values);
            }
        }
        wait(draft, topic, step);
    }

    private static void wait(Draft draft, Topic topic, String step) {
        draft.kind(Kind.ASK);
        draft.asking(Prompt.TOPIC);
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
            var picked = new Known(answer, Known.How.CUSTOMER, draft.seq());
            taken(draft, flow, ask, picked)
                    .ifPresent(one ->
                            enter(draft, flow, wayOn(flow, topic, step, one), one.next(), EnumSet.noneOf(Form.class)));
        }
    }

    /** A value that leads to this very question is gone back to on purpose, also when it had been told without being asked for. */
    private static Topic wayOn(Flow flow, Topic topic, String step, Flow.Answer answer) {
        boolean back = flow.step(answer.next()).orElse(null) instanceof Step.Fill && flow.leads(answer.next(), step);
        return back
                ? topic.waitingFor(new Open(Open.Kind.STEP, answer.next()), topic.since())
                        .settled()
                : topic.settled();
    }

    /** From behind a step whose value has just been told anew. */
    void goOn(Draft draft, Flow flow, Topic topic, Step.Fill fill) {
        enter(draft, flow, topic.settled(), fill.next(), EnumSet.of(fill.form()));
    }

    /** Takes own words for the value that a step waits for; false when they hold none. */
    boolean fill(Draft draft, Flow flow, Topic topic, String step) {
        if (!(flow.step(step).orElse(null) instanceof Step.Fill fill)) {
            return false;
        }
        Optional<Known> told = Forms.told(draft.situation(), fill.form(), true);
        told.ifPresent(value -> {
            draft.remember(Forms.keep(draft.memory(), flow, fill.as(), value));
            enter(draft, flow, topic.settled(), fill.next(), EnumSet.of(fill.form()));
        });
        return told.isPresent();
    }

    /** Whether the step waits for the customer's own words, whatever they are. */
    static boolean takesAnything(Flow flow, String step) {
        return flow.step(step).orElse(null) instanceof Step.Fill fill && fill.form() == Form.TEXT;
    }
}
