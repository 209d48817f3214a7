package io.attune.decision;

import io.attune.customer.ConsentTalk;
import io.attune.customer.Purpose;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Topic;
import io.attune.understanding.cue.CueKinds;
import java.util.Arrays;
import java.util.Optional;

/**
 * What customers say of the use of their data, in their own words or as the answer to a question: done in the same turn,
 * confirmed in a sentence, asked back about only when it is not clear what they want.
 */
final class DataWishes {
    private static final String OWN_WORDS = "own words";
    private static final String PRIVACY = "privacy_data";

    /** So many words beside those about data are a matter of their own. */
    private static final int MORE_TO_SAY = 3;

    private final Conversation conversation;
    private final Control control;

    DataWishes(Conversation conversation, Control control) {
        this.conversation = conversation;
        this.control = control;
    }

    /** What the messages say unasked takes effect, whatever else comes of them; also while the customer waits for a person. */
    static void take(Draft draft) {
        Situation situation = draft.situation();
        if (SignalReader.hears(situation, CueKinds.OBJECTS)) {
            decide(draft, Purpose.PERSONALISATION, false, OWN_WORDS);
            draft.talk("consent.off");
        } else if (SignalReader.hears(situation, CueKinds.PERMITS)) {
            decide(draft, Purpose.PERSONALISATION, true, OWN_WORDS);
            draft.talk("consent.on");
        }
        if (SignalReader.hears(situation, CueKinds.NO_ADS)) {
            decide(draft, Purpose.MARKETING, false, OWN_WORDS);
            draft.talk("consent.no_ads");
        }
    }

    /** Whether the messages were about data and no more, or answered a question about it; then they are answered here. */
    boolean answer(Draft draft, Act act) {
        Optional<String> chosen = chosen(draft.situation(), act);
        if (chosen.isPresent()) {
            return picked(draft, chosen.get());
        }
        if (act instanceof Act.WantsPerson || saysMore(draft.situation(), act)) {
            return false;
        }
        if (!draft.consent().said().isEmpty()) {
            goOn(draft);
            return true;
        }
        boolean maySay = draft.situation().customer().settings().consents().granted(Purpose.PERSONALISATION);
        if (SignalReader.hears(draft.situation(), CueKinds.UNEASY) && maySay) {
            askBack(draft);
            return true;
        }
        return false;
    }

    private static Optional<String> chosen(Situation situation, Act act) {
        if (act instanceof Act.Picks(String id) && id.startsWith(Ids.CONSENT)) {
            return Optional.of(id);
        }
        var asked = situation.memory().talk().asked();
        if (asked.prompt() != Prompt.CONSENT
                || asked.choices().isEmpty()
                || !(act instanceof Act.Says(String intent))) {
            return Optional.empty();
        }
        return switch (intent) {
            case "affirm" -> Optional.of(asked.choices().getFirst().id());
            case "deny" -> Optional.of(asked.choices().getLast().id());
            default -> Optional.empty();
        };
    }

    private boolean picked(Draft draft, String id) {
        String[] parts = id.split(":", 3);
        Optional<Purpose> purpose = Arrays.stream(Purpose.values())
                .filter(one -> parts.length == 3 && one.code().equals(parts[1]))
                .findFirst();
        boolean granted = id.endsWith(":yes");
        if (purpose.isEmpty() || !(granted || id.endsWith(":no"))) {
            return false;
        }
        decide(draft, purpose.get(), granted, "question." + purpose.get().code());
        switch (purpose.get()) {
            case PERSONALISATION -> draft.talk(granted ? "consent.kept" : "consent.off");
            default -> draft.talk(granted ? "consent.thanks" : "consent.fine");
        }
        if (purpose.get() == Purpose.IMPROVEMENT) {
            control.goodbye(draft);
        } else {
            goOn(draft);
        }
        return true;
    }

    private static void decide(Draft draft, Purpose purpose, boolean granted, String wording) {
        draft.because("consent", purpose.code() + (granted ? " granted" : " refused"));
        draft.decided(new ConsentTalk.Said(purpose, granted, Notice.wording(draft.situation(), wording)));
        draft.kind(Kind.INFORM);
    }

    /** Back to what was in hand, or to what the customer came for. */
    private void goOn(Draft draft) {
        Optional<Topic> topic = draft.memory().topic();
        if (topic.isPresent()) {
            conversation.reopen(draft, topic.get());
        } else if (draft.memory().course().queries().isEmpty()) {
            draft.talk("greeting.question");
            draft.asking(Prompt.MENU);
        } else {
            conversation.ending(draft);
        }
        draft.kind(Kind.INFORM);
    }

    private static void askBack(Draft draft) {
        draft.because("asks back", "what should become of the data");
        draft.kind(Kind.CLARIFY).talk("consent.ask.personalisation");
        draft.asking(Prompt.CONSENT);
        draft.talkChoice(Ids.consent(Purpose.PERSONALISATION, "no"), "consent.choices.personalisation_no");
        draft.talkChoice(Ids.consent(Purpose.PERSONALISATION, "yes"), "consent.choices.personalisation_yes");
    }

    /** "My router is broken, and do not profile me" is about the router too. */
    private static boolean saysMore(Situation situation, Act act) {
        if (!(act instanceof Act.Brings(String intent, double confidence)) || intent.equals(PRIVACY)) {
            return false;
        }
        int words = 0;
        int ofData = 0;
        for (Heard heard : situation.heard()) {
            words += heard.choiceId() == null ? Words.of(heard.text()).size() : 0;
            ofData += heard.understanding().mood().cues().stream()
                    .filter(cue -> CueKinds.CONSENT.contains(cue.kind()))
                    .mapToInt(cue -> Words.of(cue.words()).size())
                    .sum();
        }
        return confidence >= Hearing.GUESS && (ofData == 0 || words - ofData >= MORE_TO_SAY);
    }
}
