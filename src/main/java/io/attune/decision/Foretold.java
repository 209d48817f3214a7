package io.attune.decision;

import io.attune.decision.memory.Known;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.OwnWords;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Answer;
import io.attune.dialog.Flow.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The answer to a flow's question that the customer gave before it was put. Taken only where there is no doubt: a message that
 * fits one answer alone, denies nothing, and in words that stand for no answer of another question of the flow.
 */
final class Foretold {
    /** What comes back from the provider's systems: a text that names it tells news, and an answer of that name cannot be known before. */
    private static final String NEWS = "{result.";

    private static final Pattern PARTS = Pattern.compile("[.,;:!?\\n]+");

    /** Answers that mean nothing without their question. */
    private static final Set<String> BARE = Set.of("yes", "no", "other", "none");

    private static final Set<String> DENIALS = Set.of(
            "not", "no", "never", "dont", "didnt", "isnt", "havent", "without", "cant", "cannot", "couldnt", "wont",
            "doesnt", "wasnt", "arent", "unless", "nicht", "kein", "keine", "keinen", "nie", "ohne", "nichts", "ne",
            "pas", "jamais", "sans", "rien", "aucun", "aucune", "nunca", "sin", "ni", "nada", "ningun", "ninguna",
            "tampoco");

    private Foretold() {}

    /** What was said of this question before; empty where it is unknown, in doubt, or where the question has news to tell. */
    static Optional<Known> answer(Draft draft, Flow flow, Topic topic, String step, Step.Ask ask) {
        boolean settled = ask.as() == null
                || hasNews(flow, "steps." + step + ".")
                || topic.path().stream().anyMatch(open -> isOf(flow, open, ask.as()));
        if (settled) {
            return Optional.empty();
        }
        for (OwnWords words : draft.memory().talk().own().reversed()) {
            if (isOfThisTopic(draft, topic, words.seq())) {
                List<Answer> told = told(draft.situation(), flow, step, ask, words.text(), fewest(topic, words));
                if (!told.isEmpty()) {
                    return told.size() > 1
                            ? Optional.empty()
                            : Optional.of(new Known(told.getFirst().id(), Known.How.CUSTOMER, words.seq()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasNews(Flow flow, String prefix) {
        return flow.texts().byKey().entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .flatMap(text -> text.getValue().texts().values().stream())
                .flatMap(pitches -> pitches.values().stream())
                .flatMap(List::stream)
                .anyMatch(text -> text.contains(NEWS));
    }

    /** A single word of what was said before the topic came up is too little: it was about something else. */
    private static int fewest(Topic topic, OwnWords words) {
        return words.seq() < topic.seq() ? 2 : 1;
    }

    /** The question was put already, here or under another step of the same name: then it is asked on purpose. */
    private static boolean isOf(Flow flow, Open open, String as) {
        return flow.step(open.id()).orElse(null) instanceof Step.Ask before && as.equals(before.as());
    }

    /** What was said before a topic that has been gone through once belongs to that time. */
    private static boolean isOfThisTopic(Draft draft, Topic topic, long seq) {
        return seq >= topic.seq() || !draft.memory().course().solved().contains(topic.dialog());
    }

    /** The other answer that a correction gives to a question that has one; empty unless it is exactly one. */
    static Optional<Answer> corrected(Situation situation, Flow flow, String step, Step.Ask ask, String before) {
        List<Answer> told = situation.heard().stream()
                .filter(heard -> heard.choiceId() == null)
                .map(heard -> Words.of(heard.text()))
                .flatMap(words -> ask.answers().stream()
                        .filter(answer -> phrases(situation, flow, step, answer).stream()
                                .anyMatch(phrase -> Words.says(words, phrase))))
                .filter(answer -> !answer.id().equals(before))
                .distinct()
                .toList();
        return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
    }

    /** Part by part: what one of them denies says nothing of another. */
    private static List<Answer> told(
            Situation situation, Flow flow, String step, Step.Ask ask, String text, int fewest) {
        return PARTS.splitAsStream(text)
                .flatMap(part -> fitting(situation, flow, step, ask, Words.of(part), fewest).stream())
                .distinct()
                .toList();
    }

    private static List<Answer> fitting(
            Situation situation, Flow flow, String step, Step.Ask ask, List<String> words, int fewest) {
        return ask.answers().stream()
                .filter(answer -> !BARE.contains(answer.id()))
                .filter(answer -> phrases(situation, flow, step, answer).stream()
                        .filter(phrase -> phrase.size() >= fewest)
                        .filter(isOfNoOther(situation, flow, answer))
                        .anyMatch(phrase -> saysPlainly(words, phrase)))
                .toList();
    }

    private static List<List<String>> phrases(Situation situation, Flow flow, String step, Answer answer) {
        return Ids.phrases(Ids.step(flow.id(), step, answer.id()), situation);
    }

    /** What stands for another answer too, here or further on, would be taken for both. */
    private static Predicate<List<String>> isOfNoOther(Situation situation, Flow flow, Answer answer) {
        var others = flow.steps().entrySet().stream()
                .filter(other -> other.getValue() instanceof Step.Ask)
                .flatMap(other -> ((Step.Ask) other.getValue())
                        .answers().stream()
                                .filter(one -> !one.id().equals(answer.id()))
                                .flatMap(one -> phrases(situation, flow, other.getKey(), one).stream()))
                .toList();
        return phrase -> !others.contains(phrase);
    }

    /** A bare figure may stand for anything, and what is said beside a denial may be what is denied. */
    private static boolean saysPlainly(List<String> words, List<String> phrase) {
        boolean figures = phrase.stream().allMatch(word -> word.chars().allMatch(Character::isDigit));
        boolean denied = words.stream().anyMatch(word -> DENIALS.contains(word) && !phrase.contains(word));
        return !figures && !denied && Words.says(words, phrase);
    }
}
