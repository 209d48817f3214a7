package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Talk;
import java.util.Map;

/** The first words: a greeting that fits the hour, what the bot is, and an outage that the customer should know of. */
final class Greeting {
    private Greeting() {}

    static Decision greet(Draft draft) {
        Situation situation = draft.situation();
        draft.kind(Kind.GREET);
        String hour = hour(situation.now().atZone(situation.zone()).getHour());
        draft.because("greeting", hour);
        draft.talk("greeting." + hour);
        draft.talk("intro");
        Talk talk = draft.memory().talk().withIntroduced();
        if (Outage.known(situation.diagnosis())) {
            draft.because("outage", situation.diagnosis().value("outage.area").orElse(""));
            draft.talk("outage");
            talk = talk.withOutageTold();
        }
        draft.remember(draft.memory().withTalk(talk));
        Notice.tell(draft);
        Promises.takeOver(draft);
        Promises.recall(draft, false);
        draft.talk("greeting.question");
        draft.asking(Prompt.MENU);
        return draft.done();
    }

    /** Before the first answer where there was no greeting; and before any answer when an outage has come to light. */
    static void introduce(Draft draft) {
        Talk talk = draft.memory().talk();
        Situation situation = draft.situation();
        if (Outage.known(situation.diagnosis()) && !talk.outageTold()) {
            draft.because("outage", situation.diagnosis().value("outage.area").orElse(""));
            if (!draft.givesRemedy(Outage.REMEDY)) {
                draft.first("outage", Map.of());
            }
            talk = talk.withOutageTold();
        }
        boolean introduces = !talk.introduced() && !draft.isSilent();
        draft.remember(draft.memory().withTalk(introduces ? talk.withIntroduced() : talk));
        if (introduces) {
            Notice.tellFirst(draft);
            draft.first("intro", Map.of());
        }
        Notice.keep(draft);
    }

    private static String hour(int hour) {
        return hour < 5 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : hour < 22 ? "evening" : "night";
    }
}
