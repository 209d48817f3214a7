package io.attune.decision;

import io.attune.diagnostics.Diagnosis;
import java.util.Map;

/** A known outage where the customer lives. */
final class Outage {
    /** The remedy that tells of an outage itself; see {@code docs/dialogs.md}. */
    static final String REMEDY = "wait-for-repair";

    /** What a repair that was announced is about. */
    static final String INTENT = "outage";

    private static final String ETA = "outage.eta";

    private Outage() {}

    static boolean known(Diagnosis diagnosis) {
        return diagnosis
                .value("outage.area")
                .filter(area -> !area.equals("none"))
                .isPresent();
    }

    /** The answer is about the outage: there is no need to begin with it as well. */
    static void tell(Draft draft) {
        Situation situation = draft.situation();
        draft.because("outage", situation.diagnosis().value("outage.area").orElse(""));
        draft.remember(draft.memory().withTalk(draft.memory().talk().withOutageTold()));
        remember(draft);
    }

    /** The customer was told when it will be repaired: that is remembered like any other promise. */
    static void remember(Draft draft) {
        draft.situation().diagnosis().value(ETA).ifPresent(eta -> {
            String text = draft.talkText("promised.repair", Map.of("time", Moments.readable(eta, draft.situation())));
            Promises.made(draft, text, Promises.latest(java.util.List.of(eta)), INTENT);
        });
    }
}
