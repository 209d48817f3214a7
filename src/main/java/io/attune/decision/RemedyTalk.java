package io.attune.decision;

import io.attune.aptitude.Domain;
import io.attune.aptitude.Observation;
import io.attune.aptitude.Willingness;
import io.attune.customer.Outcome;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Pitch;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.Map;
import java.util.Optional;

/** Answers in words to a remedy: done, no use, tried before, no thanks, how? */
final class RemedyTalk {
    private final Conversation conversation;

    RemedyTalk(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The remedy that the topic waits for. */
    Optional<Remedy> open(Draft draft, Topic topic) {
        Open open = topic.open();
        if (open == null || (open.kind() != Open.Kind.REMEDY && open.kind() != Open.Kind.VERIFY)) {
            return Optional.empty();
        }
        return dialog(draft, topic).flatMap(dialog -> dialog.remedy(open.id()));
    }

    private static Optional<Troubleshoot> dialog(Draft draft, Topic topic) {
        return draft.situation()
                .dialogs()
                .dialog(topic.dialog())
                .filter(Troubleshoot.class::isInstance)
                .map(Troubleshoot.class::cast);
    }

    boolean answer(Draft draft, Topic topic, Open open, String intent) {
        Troubleshoot dialog = dialog(draft, topic).orElse(null);
        Remedy remedy = open(draft, topic).orElse(null);
        if (dialog == null || remedy == null) {
            return false;
        }
        boolean asked = open.kind() == Open.Kind.VERIFY || remedy.settles() || askedAtOnce(draft);
        switch (HowItWent.of(draft.situation(), intent)) {
            case WORKS -> conversation.remedy(draft, dialog, topic, remedy, "works");
            case SAME -> conversation.remedy(draft, dialog, topic, remedy, "same");
            case TRIED_BEFORE -> alreadyTried(draft, dialog, topic, remedy);
            case DID -> did(draft, dialog, topic, remedy);
            case ASSENT -> {
                if (remedy.settles()) {
                    conversation.remedy(draft, dialog, topic, remedy, "worked");
                } else {
                    takenUp(draft, dialog, remedy);
                }
            }
            case YES -> {
                if (asked) {
                    conversation.remedy(draft, dialog, topic, remedy, "worked");
                } else {
                    draft.willing(Willingness.Sign.ACCEPTED, "took up a step: " + remedy.id());
                    conversation.troubleshooter().verify(draft, dialog, topic, remedy);
                }
            }
            case NO -> conversation.remedy(draft, dialog, topic, remedy, asked ? "same" : "refused");
            case UNSURE -> {
                if (asked) {
                    conversation.remedy(draft, dialog, topic, remedy, "cannot");
                } else {
                    explain(draft, topic, remedy);
                }
            }
            case NOTHING -> {
                return false;
            }
        }
        return true;
    }

    /** Whether the words that gave the remedy end in a question: "is the internet back?" */
    private static boolean askedAtOnce(Draft draft) {
        var said = draft.situation().memory().talk().said();
        return !said.isEmpty()
                && said.getLast().lines().anyMatch(line -> line.strip().endsWith("?"));
    }

    /** Carried out just now: whether it helped is asked. The words may name other steps, tried before. */
    private void did(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy) {
        if (Absorbing.others(draft, dialog, remedy)) {
            conversation.advance(draft, topic);
        } else {
            conversation.troubleshooter().verify(draft, dialog, topic, remedy);
        }
    }

    /** "Ok": the customer is left to it, with the answers at hand. */
    private static void takenUp(Draft draft, Troubleshoot dialog, Remedy remedy) {
        draft.willing(Willingness.Sign.ACCEPTED, "took up a step: " + remedy.id());
        draft.kind(Kind.WAIT).talk("wait");
        draft.about(dialog.id(), remedy.id());
        Troubleshooter.answers(draft, dialog, remedy);
    }

    /** The words may name another remedy than the one in hand. */
    private void alreadyTried(Draft draft, Troubleshoot dialog, Topic topic, Remedy remedy) {
        boolean named = Absorbing.remedies(draft, dialog);
        boolean thisOne = draft.memory().tried().stream()
                .anyMatch(tried -> tried.remedy().equals(remedy.id()) && tried.seq() == draft.seq());
        if (named) {
            conversation.advance(draft, thisOne ? topic.settled() : topic);
        } else {
            conversation.remedy(draft, dialog, topic, remedy, "tried");
        }
    }

    /** Says the remedy once more, in simpler words. */
    void explain(Draft draft, Topic topic, Remedy remedy) {
        dialog(draft, topic).ifPresent(dialog -> {
            if (!remedy.settles()) {
                draft.observe(Observation.step(
                                "asked how to do a step: " + remedy.id(),
                                remedy.effort().difficulty(),
                                .3,
                                draft.seq())
                        .in(Domain.of(topic.intent()).orElse(null)));
            }
            draft.talk(remedy.settles() ? "remedy.explain_told" : "remedy.explain");
            draft.say(
                    new Speech(draft.situation(), Pitch.NOVICE),
                    dialog.texts(),
                    "remedies." + remedy.id() + ".do",
                    Map.of());
            conversation.troubleshooter().verify(draft, dialog, topic, remedy);
            draft.kind(remedy.settles() ? Kind.INFORM : Kind.REMEDY);
        });
    }

    void book(Draft draft, Topic topic, Remedy remedy, Outcome outcome) {
        dialog(draft, topic).ifPresent(dialog -> Outcomes.book(draft, dialog, topic, remedy, outcome));
    }

    /** "I put it there, nothing changed", "I will try tonight", "I am not going to do that": told of the remedy in hand. */
    boolean inPassing(Draft draft, Topic topic) {
        Troubleshoot dialog = dialog(draft, topic).orElse(null);
        Remedy remedy = open(draft, topic).orElse(null);
        if (dialog == null || remedy == null || remedy.settles()) {
            return false;
        }
        if (saysStill(draft)) {
            conversation.remedy(draft, dialog, topic, remedy, "same");
        } else if (says(draft, "words.wont")) {
            conversation.remedy(draft, dialog, topic, remedy, "refused");
        } else if (says(draft, "words.later")) {
            takenUp(draft, dialog, remedy);
        } else {
            return false;
        }
        return true;
    }

    private static boolean says(Draft draft, String key) {
        return draft.situation().heard().stream().anyMatch(heard -> Spoken.says(heard, key, draft.situation()));
    }

    /** Whether the message says that it is as before. */
    boolean saysStill(Draft draft) {
        Situation situation = draft.situation();
        return situation.heard().stream()
                .map(heard -> Words.of(heard.text()))
                .anyMatch(words -> Speech.phrases(situation.dialogs().talk(), "words.still", situation).stream()
                        .anyMatch(phrase -> Words.says(words, phrase)));
    }
}
