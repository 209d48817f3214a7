package io.attune.decision;

import io.attune.decision.memory.Asked;
import io.attune.decision.memory.Asked.Offered;
import io.attune.decision.memory.Open;
import io.attune.dialog.Troubleshoot;
import io.attune.understanding.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the customer's messages of a turn.
 *
 * @param act what is answered first
 * @param later further topics brought in the same breath, to be taken up afterwards
 */
record Hearing(Act act, List<Act.Brings> later) {
    /** Below this an intent is a guess: it is asked about rather than acted on. */
    static final double GUESS = .30;

    /** From this on an intent stands against a designer's trigger. */
    static final double CERTAIN = .9;

    /** Below this a yes, a no or how a step went is not taken for one. */
    /** Below this, words that ask for nobody ("tomorrow") are taken for a wish for a person too often. */
    private static final double PERSON_SURE = .45;

    private static final double WORD = .25;

    /**
     * Below this a message is no small talk and steers nothing: of held-out messages that were taken for such between
     * .25 and here, two in three were something else, most of them answers.
     */
    private static final double CHAT = .5;

    /** The same where the bot has just asked something. */
    private static final double CHAT_AMID = .6;

    /** Below this it is not even worth asking about. */
    private static final double NOISE = .12;

    /** Anger and mockery that hide what they are about: "great, another evening without internet". */
    private static final Set<String> HIDING = Set.of("abuse", "compliment", Understanding.OUT_OF_SCOPE);

    private static final Pattern NUMBER = Pattern.compile("\\s*#?(\\d{1,2})[.)]?\\s*");
    private static final String PERSON = "human_request";

    static Hearing of(Situation situation) {
        var acts = new ArrayList<Act>();
        for (Heard heard : situation.heard()) {
            Act act = read(heard, situation);
            boolean whole = act instanceof Act.Picks || act instanceof Act.WantsPerson;
            List<Act> parts = heard.clauses().stream()
                    .filter(clause -> !whole)
                    .map(clause -> read(clause, situation))
                    .toList();
            List<Act> wishes = Wishes.of(parts, situation);
            acts.addAll(wishes.isEmpty() ? List.of(Wishes.clearest(act, parts)) : wishes);
        }
        Act first = acts.stream().min(Comparator.comparingInt(Hearing::rank)).orElse(new Act.Unclear(false));
        if (first instanceof Act.Brings && !acts.isEmpty() && isNews(acts.getFirst())) {
            first = acts.getFirst();
        }
        var later = new ArrayList<Act.Brings>();
        for (Act act : acts) {
            if (act instanceof Act.Brings topic && !act.equals(first) && !sameTopic(first, topic)) {
                later.add(topic);
            }
        }
        return new Hearing(first, later);
    }

    private static boolean sameTopic(Act first, Act.Brings topic) {
        return first instanceof Act.Brings other && other.intent().equals(topic.intent());
    }

    /** How the step in hand went comes before the next wish. */
    private static boolean isNews(Act act) {
        return act instanceof Act.Says(String intent) && (intent.equals("it_worked") || intent.equals("still_broken"));
    }

    private static int rank(Act act) {
        return switch (act) {
            case Act.WantsPerson person -> 0;
            case Act.Picks pick when pick.choiceId().equals(Ids.FILE) -> 4;
            case Act.Picks pick -> 1;
            case Act.Brings topic -> 2;
            case Act.Says said when said.intent().equals("greeting") -> 4;
            case Act.Says said -> 3;
            case Act.Unclear unclear -> 5;
        };
    }

    private static Act read(Heard heard, Situation situation) {
        if (heard.choiceId() != null) {
            return heard.choiceId().equals(Ids.PERSON) ? new Act.WantsPerson() : new Act.Picks(heard.choiceId());
        }
        Understanding meaning = heard.understanding();
        boolean number = Reach.isForForm(heard, situation);
        boolean meansPerson = meaning.intent().equals(PERSON) && meaning.confidence() >= PERSON_SURE;
        if (!number && (meansPerson || meaning.mood().has("human"))) {
            return new Act.WantsPerson();
        }
        return picked(heard, situation)
                .<Act>map(id -> id.equals(Ids.PERSON) ? new Act.WantsPerson() : new Act.Picks(id))
                .or(() -> Spoken.control(heard, situation))
                .or(() -> Signs.read(heard))
                .orElseGet(() -> number ? new Act.Unclear(false) : meant(heard, situation));
    }

    private static Act meant(Heard heard, Situation situation) {
        Understanding meaning = heard.understanding();
        boolean isTopic = situation.dialogs().isTopic(meaning.intent());
        boolean chat = !isTopic && !Wishes.NEWS.contains(meaning.intent());
        if (meaning.confidence() < CERTAIN || HIDING.contains(meaning.intent())) {
            Optional<String> trigger = Triggers.intent(heard.text(), situation);
            if (trigger.isPresent()) {
                return new Act.Brings(trigger.get(), CERTAIN);
            }
        }
        if (meaning.intent().equals(Understanding.OUT_OF_SCOPE)) {
            return afterAll(meaning, situation);
        }
        boolean amid =
                situation.memory().topic().filter(topic -> topic.open() != null).isPresent();
        if (meaning.confidence() < (isTopic ? NOISE : !chat ? WORD : amid ? CHAT_AMID : CHAT)) {
            return new Act.Unclear(false);
        }
        return isTopic ? new Act.Brings(meaning.intent(), meaning.confidence()) : new Act.Says(meaning.intent());
    }

    /** Out of scope leads, yet a topic may stand close behind: better asked about than turned away. */
    private static Act afterAll(Understanding meaning, Situation situation) {
        return meaning.ranking().stream()
                .skip(1)
                .limit(1)
                .filter(second ->
                        second.confidence() >= GUESS && situation.dialogs().isTopic(second.intent()))
                .<Act>map(second -> new Act.Brings(second.intent(), Math.min(GUESS - .01, second.confidence())))
                .findFirst()
                .orElse(new Act.Unclear(true));
    }

    private static Optional<String> picked(Heard heard, Situation situation) {
        Asked asked = situation.memory().talk().asked();
        Optional<Integer> named = Spoken.place(heard, asked.choices().size(), situation);
        if (named.isPresent()) {
            return Optional.of(asked.choices().get(named.get() - 1).id());
        }
        Matcher number = NUMBER.matcher(heard.text());
        if (number.matches()) {
            int place = Integer.parseInt(number.group(1));
            if (place >= 1 && place <= asked.choices().size()) {
                return Optional.of(asked.choices().get(place - 1).id());
            }
        }
        List<String> words = Words.of(heard.text());
        Optional<String> byTitle = only(asked.choices().stream()
                .filter(choice -> Words.of(choice.title()).equals(words))
                .map(Offered::id)
                .toList());
        return byTitle.or(() -> only(asked.choices().stream()
                        .filter(choice -> Ids.phrases(choice.id(), situation).stream()
                                .anyMatch(phrase -> Words.says(words, phrase)))
                        .map(Offered::id)
                        .toList()))
                .filter(id -> !isOtherTopic(heard, situation));
    }

    /** Own words answer a question unless the message clearly brings a topic of its own that the dialog does not cover. */
    private static boolean isOtherTopic(Heard heard, Situation situation) {
        Understanding meaning = heard.understanding();
        boolean factAsked = situation
                .memory()
                .topic()
                .map(topic -> topic.open())
                .filter(open -> open.kind() == Open.Kind.FACT)
                .isPresent();
        boolean ofThisDialog = situation
                .memory()
                .topic()
                .flatMap(topic -> situation.dialogs().dialog(topic.dialog()))
                .filter(dialog -> dialog.intents().contains(meaning.intent()))
                .isPresent();
        return !factAsked
                && !ofThisDialog
                && meaning.confidence() >= .8
                && situation.dialogs().isTopic(meaning.intent());
    }

    private static Optional<String> only(List<String> ids) {
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    /** The fact's value that the messages tell, if they tell exactly one. */
    static Optional<Told> told(Situation situation, Troubleshoot dialog, Troubleshoot.Fact fact) {
        for (Heard heard : situation.heard().reversed()) {
            if (heard.choiceId() == null) {
                List<String> words = Words.of(heard.text());
                Optional<String> value = only(fact.values().stream()
                        .filter(name ->
                                Speech.phrases(dialog.texts(), "facts." + fact.id() + "." + name + ".words", situation)
                                        .stream()
                                        .anyMatch(phrase -> Words.says(words, phrase)))
                        .toList());
                if (value.isPresent()) {
                    return Optional.of(new Told(value.get(), heard.seq()));
                }
            }
        }
        return Optional.empty();
    }

    record Told(String value, long seq) {}
}
