package io.attune.decision;

import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Topics that a message may mean, when the first is not sure. */
final class Near {
    private static final int MOST = 3;
    /** Below this a topic is not worth offering. */
    private static final double LEAST = .08;

    private Near() {}

    /** The intent and those near it, likeliest first; one for each dialog. */
    static List<String> of(Situation situation, String intent) {
        List<RankedIntent> ranking = situation.heard().stream()
                .map(Heard::understanding)
                .filter(meaning -> meaning.intent().equals(intent))
                .findFirst()
                .map(meaning -> meaning.ranking())
                .orElse(List.of());
        var near = new ArrayList<String>(List.of(intent));
        for (RankedIntent other : ranking) {
            boolean close = other.confidence() >= LEAST
                    && other.confidence() >= ranking.getFirst().confidence() / 2;
            if (close
                    && near.size() < MOST
                    && situation.dialogs().isTopic(other.intent())
                    && near.stream().noneMatch(one -> sameDialog(situation, one, other.intent()))) {
                near.add(other.intent());
            }
        }
        return near;
    }

    /** Topics of other dialogs that the messages may mean, likeliest first; none where the one at hand is as likely. */
    static List<String> others(Situation situation, Topic topic) {
        var others = new ArrayList<String>();
        Optional<Dialog> now = situation.dialogs().dialog(topic.dialog());
        for (RankedIntent ranked : situation.heard().getLast().understanding().ranking()) {
            if (!situation.dialogs().isTopic(ranked.intent()) || ranked.confidence() < LEAST) {
                continue;
            }
            if (now.filter(dialog -> dialog.intents().contains(ranked.intent())).isPresent()) {
                break;
            }
            if (others.size() < MOST && others.stream().noneMatch(one -> sameDialog(situation, one, ranked.intent()))) {
                others.add(ranked.intent());
            }
        }
        return others;
    }

    /** Asks which of these is meant. */
    static void clarify(Draft draft, List<String> near) {
        draft.kind(Kind.CLARIFY);
        draft.because("near intents", String.join(" or ", near));
        draft.talk("clarify");
        draft.asking(Prompt.CLARIFY);
        for (String intent : near) {
            draft.talkChoice(Ids.topic(intent), "intents." + intent);
        }
        draft.talkChoice(Ids.OTHER, "choices.something_else");
    }

    private static boolean sameDialog(Situation situation, String one, String other) {
        Optional<String> first = situation.dialogs().forIntent(one).map(Dialog::id);
        return one.equals(other)
                || (first.isPresent()
                        && first.equals(situation.dialogs().forIntent(other).map(Dialog::id)));
    }
}
