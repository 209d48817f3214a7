package io.attune.decision;

import io.attune.understanding.Understanding.RankedIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several wishes in one message: "it works now, and I want to pay my bill". */
final class Wishes {
    /** Two of these in one breath describe one trouble. */
    private static final Set<String> CONNECTION = Set.of("internet", "wifi", "router", "outage", "speed");

    private static final Set<String> NEWS =
            Set.of("affirm", "deny", "dont_know", "it_worked", "still_broken", "already_tried");

    private Wishes() {}

    /** What is done with each wish, in the order to answer; none where the message is one wish. */
    static List<Act> of(Heard heard, Situation situation) {
        var acts = new ArrayList<Act>();
        for (RankedIntent wish : heard.wishes()) {
            boolean topic = situation.dialogs().isTopic(wish.intent());
            if (topic && acts.stream().noneMatch(act -> isSame(act, wish.intent(), situation))) {
                acts.add(new Act.Brings(wish.intent(), wish.confidence()));
            } else if (NEWS.contains(wish.intent()) && acts.isEmpty()) {
                acts.add(new Act.Says(wish.intent()));
            }
        }
        return acts.size() < 2 ? List.of() : acts;
    }

    private static boolean isSame(Act act, String intent, Situation situation) {
        return act instanceof Act.Brings(String other, double confidence)
                && (area(other).equals(area(intent))
                        || situation.dialogs().forIntent(other).isPresent()
                                && situation
                                        .dialogs()
                                        .forIntent(other)
                                        .equals(situation.dialogs().forIntent(intent)));
    }

    private static String area(String intent) {
        String first = intent.substring(0, Math.max(0, intent.indexOf('_')));
        return CONNECTION.contains(first) ? "connection" : intent;
    }
}
