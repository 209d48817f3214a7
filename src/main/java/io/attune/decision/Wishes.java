package io.attune.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several wishes in one message: "it works now, and I want to pay my bill". */
final class Wishes {
    /** Two of these in one breath describe one trouble. */
    private static final Set<String> CONNECTION = Set.of("internet", "wifi", "router", "outage", "speed");

    /** A clause that is less sure than this is no wish of its own. */
    private static final double SURE = .45;

    /** From this on a part is clear where the whole is not. */
    private static final double CLEAR = .55;

    /** What answers a question or tells how a step went. */
    static final Set<String> NEWS = Set.of("affirm", "deny", "dont_know", "it_worked", "still_broken", "already_tried");

    private Wishes() {}

    /**
     * What is done with each wish, in the order to answer; none where the message is one wish.
     *
     * @param acts what each clause does by itself, in their order
     */
    static List<Act> of(List<Act> acts, Situation situation) {
        var wishes = new ArrayList<Act>();
        for (Act act : acts) {
            boolean more = switch (act) {
                case Act.Brings(String intent, double confidence) ->
                    confidence >= SURE && wishes.stream().noneMatch(one -> isSame(one, intent, situation));
                case Act.Says(String intent) -> NEWS.contains(intent) && wishes.isEmpty();
                case Act.Picks pick -> wishes.isEmpty();
                case Act.WantsPerson person -> false;
                case Act.Unclear unclear -> false;
            };
            if (more) {
                wishes.add(act);
            }
        }
        return wishes.size() < 2 ? List.of() : wishes;
    }

    /** What the whole message does; where that is a guess, what one of its parts surely does. */
    static Act clearest(Act whole, List<Act> parts) {
        double sure = switch (whole) {
            case Act.Brings(String intent, double confidence) -> confidence;
            case Act.Unclear unclear -> 0;
            case Act.Picks pick -> 1;
            case Act.WantsPerson person -> 1;
            case Act.Says said -> 1;
        };
        return sure >= CLEAR
                ? whole
                : parts.stream()
                        .filter(part -> part instanceof Act.Brings brings && brings.confidence() >= CLEAR)
                        .findFirst()
                        .orElse(whole);
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
