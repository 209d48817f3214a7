package io.attune.decision;

import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.decision.LensPath.End;
import io.attune.decision.LensPath.How;
import io.attune.decision.LensPath.Stop;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Pitch;
import io.attune.message.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dialog seen as one kind of customer goes through it: the real engine, played to the end with the likeliest answer to each
 * question and no remedy that helps, unless other answers are given. Two agents are there and one customer waits before this
 * one, for four minutes. Pure: the same view gives the same path.
 */
public final class Lens {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String REMEDY = "remedy:";
    private final DialogBook dialogs;
    private final Decider decider;

    public Lens(DialogBook dialogs, Decider decider) {
        this.dialogs = dialogs;
        this.decider = decider;
    }

    /**
     * @param pitch how technical the customer is
     * @param contact which contact about the same this is, from 1; in each earlier one the first remedy failed
     * @param answers what this contact's customer answers instead of the likeliest, by node: a fact's value, an answer of a
     *     step, or {@code worked}, {@code same} or {@code cannot} for a remedy. What is not on the path has no effect
     */
    public record View(Pitch pitch, int contact, LensLine line, Language language, Map<String, String> answers) {
        public static final int MOST_CONTACTS = 9;

        public View {
            if (contact < 1 || contact > MOST_CONTACTS) {
                throw new IllegalArgumentException("a contact from 1 to " + MOST_CONTACTS);
            }
            answers = Map.copyOf(answers);
        }

        public View(Pitch pitch, int contact, LensLine line, Language language) {
            this(pitch, contact, line, language, Map.of());
        }

        /** The same customer in an earlier contact, of which no answers are given. */
        View earlier() {
            return new View(pitch, contact, line, language);
        }
    }

    /** What {@link View#answers} may say: values by node of the dialog's drawing. */
    public static Map<String, List<String>> answers(Dialog dialog) {
        return LensAnswers.possible(dialog);
    }

    public LensPath path(Dialog dialog, View view) {
        if (dialog.intents().isEmpty()) {
            return new LensPath(List.of(), new End(How.UNSTARTED, null, "", ""));
        }
        var history = new ArrayList<LedgerEntry>();
        for (int before = view.contact() - 1; before > 0; before--) {
            Instant at = NOW.minus(Duration.ofDays(3L * before));
            history.addAll(contact(dialog, view.earlier(), history, at));
        }
        return new LensWalk(decider, dialogs, dialog, view, history, NOW).play();
    }

    /** What an earlier contact leaves behind: the query, and the first remedy in vain. */
    private List<LedgerEntry> contact(Dialog dialog, View view, List<LedgerEntry> history, Instant at) {
        String intent = dialog.intents().getFirst();
        var left = new ArrayList<LedgerEntry>();
        left.add(new LedgerEntry(at, "web", intent, null, null, null));
        new LensWalk(decider, dialogs, dialog, view, history, at)
                .play().stops().stream()
                        .map(Stop::node)
                        .filter(node -> node.startsWith(REMEDY))
                        .findFirst()
                        .ifPresent(node -> left.add(new LedgerEntry(
                                at.plusSeconds(600),
                                "web",
                                intent,
                                dialog.id() + "/" + node.substring(REMEDY.length()),
                                Outcome.FAILED,
                                null)));
        return left;
    }
}
