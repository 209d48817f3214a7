package io.attune.decision;

import io.attune.dialog.Dialog;
import io.attune.dialog.Feeling;
import org.jspecify.annotations.Nullable;

/** How the customer seems to feel, as far as the wording goes. */
final class Feelings {
    /** In one message. */
    private static final double SAID = .45;

    /** Over the last messages, see {@code Course.frustration}. */
    private static final double LEVEL = .3;

    private static final double THANKS = .5;

    private Feelings() {}

    /** Null when nothing in particular is to be seen. */
    static @Nullable Feeling of(Situation situation) {
        double said = 0;
        double thanks = 0;
        for (Heard heard : situation.heard()) {
            var mood = heard.understanding().mood();
            said = Math.max(said, Math.max(mood.frustration(), mood.distress()));
            thanks = Math.max(thanks, mood.thanks());
        }
        if (said >= SAID) {
            return Feeling.UPSET;
        }
        if (thanks >= THANKS) {
            return Feeling.GRATEFUL;
        }
        return situation.memory().course().frustration() >= LEVEL ? Feeling.UPSET : null;
    }

    /** How a dialog begins: for the upset with a word of sympathy, unless the dialog has its own words for them. */
    static void intro(Draft draft, Dialog dialog) {
        Situation situation = draft.situation();
        boolean own = dialog.texts()
                .find("intro")
                .filter(intro -> intro.minds(situation.language(), Feeling.UPSET))
                .isPresent();
        if (of(situation) == Feeling.UPSET && !own) {
            draft.because("mood", Feeling.UPSET.code());
            draft.talk("sympathy");
        } else {
            draft.say(dialog.texts(), "intro");
        }
    }
}
