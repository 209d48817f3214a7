package io.attune.decision;

import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is used of the customer's data, what for, and how to object (GDPR art. 13, 21(4)): told with the first words, once in
 * each channel, and again when the notice's version changes. Whoever objected already is not told again.
 */
final class Notice {
    private static final String TEXT = "consent.notice";
    private static final String NAME = "notice.";

    private Notice() {}

    /** The version of everything that is said about data; it is changed with the words. */
    static String version(Situation situation) {
        return situation.dialogs().talk().find("consent.version").stream()
                .flatMap(wording -> wording.in(situation.language(), io.attune.dialog.Pitch.STANDARD).stream())
                .findFirst()
                .orElse("1");
    }

    private static String name(Situation situation) {
        return NAME + situation.channel().code();
    }

    private static boolean isDue(Draft draft) {
        Situation situation = draft.situation();
        Settings settings = situation.customer().settings();
        return draft.memory().talk().notice() == null
                && situation.dialogs().talk().has(TEXT)
                && draft.consent().granted(Purpose.PERSONALISATION, settings.consents())
                && settings.consents().granted(Purpose.SERVICE)
                && !settings.notices().knows(name(situation), version(situation));
    }

    /** Adds it to a greeting. */
    static void tell(Draft draft) {
        if (isDue(draft)) {
            draft.talk(TEXT);
            told(draft);
        }
    }

    /** Puts it before a first answer; not where somebody is handed over and has other things on their mind. */
    static void tellFirst(Draft draft) {
        if (!draft.hasHandoff() && isDue(draft)) {
            draft.first(TEXT, Map.of());
            told(draft);
        }
    }

    private static void told(Draft draft) {
        String version = version(draft.situation());
        draft.because("told about data", version);
        draft.remember(draft.memory().withTalk(draft.memory().talk().withNotice(version)));
    }

    /** Has it kept with the customer once they have written: nothing is kept of somebody who only looked in. */
    static void keep(Draft draft) {
        Situation situation = draft.situation();
        Optional.ofNullable(draft.memory().talk().notice())
                .filter(version -> !situation.customer().settings().notices().knows(name(situation), version))
                .ifPresent(version -> draft.told(name(situation), version));
    }

    /** What somebody was asked, in which version. */
    static String wording(Situation situation, String what) {
        return String.join("/", List.of(what, version(situation)));
    }
}
