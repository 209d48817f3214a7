package io.attune.decision;

import io.attune.customer.Purpose;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks for a consent where it would help: never what was decided on before, never again soon after no answer, and not where the
 * texts have no question.
 */
final class ConsentQuestions {
    private static final String NAME = "question.";
    private static final Duration TELL_AGAIN = Duration.ofDays(30);
    private static final Duration LEARN_AGAIN = Duration.ofDays(180);

    /** Whoever is here for the first time is not asked for anything. */
    private static final Duration KNOWN_FOR = Duration.ofDays(1);

    private ConsentQuestions() {}

    /** In an outage: whether the customer wants to be written to about such things. False when there is nothing to ask. */
    static boolean toTell(Draft draft) {
        return Outage.known(draft.situation().diagnosis())
                && !draft.hasHandoff()
                && isOpen(draft, Purpose.PROACTIVE, TELL_AGAIN)
                && ask(draft, Purpose.PROACTIVE);
    }

    /** After something was solved, as a returning customer takes leave: whether the conversation may be learnt from. */
    static boolean toLearn(Draft draft) {
        return !draft.memory().course().solved().isEmpty()
                && isKnown(draft.situation())
                && isOpen(draft, Purpose.IMPROVEMENT, LEARN_AGAIN)
                && ask(draft, Purpose.IMPROVEMENT);
    }

    private static boolean isKnown(Situation situation) {
        Instant before = situation.now().minus(KNOWN_FOR);
        return situation.customer().history().stream()
                .anyMatch(entry -> entry.at().isBefore(before));
    }

    private static boolean isOpen(Draft draft, Purpose purpose, Duration pause) {
        var settings = draft.situation().customer().settings();
        boolean answered = settings.consents().isDecided(purpose)
                || draft.consent().said().stream().anyMatch(said -> said.purpose() == purpose);
        boolean lately = settings.notices()
                .find(NAME + purpose.code())
                .filter(asked -> asked.at().isAfter(draft.situation().now().minus(pause)))
                .isPresent();
        return !answered && !lately;
    }

    /** Puts the question; a name of a text below {@code consent.ask}. */
    private static boolean ask(Draft draft, Purpose purpose) {
        String text = "consent.ask." + purpose.code();
        if (!draft.situation().dialogs().talk().has(text)) {
            return false;
        }
        draft.because("asks for consent", purpose.code());
        draft.told(NAME + purpose.code(), Notice.version(draft.situation()));
        draft.kind(Kind.ASK).talk(text);
        draft.asking(Prompt.CONSENT);
        draft.talkChoice(Ids.consent(purpose, "yes"), "consent.choices." + purpose.code() + "_yes");
        draft.talkChoice(Ids.consent(purpose, "no"), "consent.choices.decline");
        return true;
    }
}
