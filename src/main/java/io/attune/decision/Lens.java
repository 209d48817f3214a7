package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.decision.memory.Memory;
import io.attune.decision.policy.Reason;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Pitch;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dialog seen as one kind of customer goes through it: the real engine, played to the end with the likeliest answer to each
 * question and no remedy that helps. Pure: the same view gives the same path.
 */
public final class Lens {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int LONGEST = 40;
    private final DialogBook dialogs;
    private final Decider decider = new Decider();

    public Lens(DialogBook dialogs) {
        this.dialogs = dialogs;
    }

    /**
     * @param pitch how technical the customer is
     * @param contact which contact about the same this is, from 1; in each earlier one the first remedy failed
     */
    public record View(Pitch pitch, int contact, LensLine line, Language language) {
        public static final int MOST_CONTACTS = 9;

        public View {
            if (contact < 1 || contact > MOST_CONTACTS) {
                throw new IllegalArgumentException("a contact from 1 to " + MOST_CONTACTS);
            }
        }
    }

    /**
     * A step of the path.
     *
     * @param node its id in the {@link io.attune.dialog.Drawing}
     * @param says what the customer reads at it; empty where it passes in silence
     * @param answer what the customer is taken to answer; empty where there is nothing to answer
     */
    public record Stop(String node, String says, String answer) {}

    /** The stops in order; none for a dialog that no intent starts. */
    public List<Stop> path(Dialog dialog, View view) {
        if (dialog.intents().isEmpty()) {
            return List.of();
        }
        var history = new ArrayList<LedgerEntry>();
        for (int before = view.contact() - 1; before > 0; before--) {
            Instant at = NOW.minus(Duration.ofDays(3L * before));
            history.addAll(contact(dialog, view, history, at));
        }
        return new Walk(dialog, view, history, NOW).play();
    }

    /** What an earlier contact leaves behind: the query, and the first remedy in vain. */
    private List<LedgerEntry> contact(Dialog dialog, View view, List<LedgerEntry> history, Instant at) {
        String intent = dialog.intents().getFirst();
        var left = new ArrayList<LedgerEntry>();
        left.add(new LedgerEntry(at, "web", intent, null, null, null));
        new Walk(dialog, view, history, at)
                .play().stream()
                        .map(Stop::node)
                        .filter(node -> node.startsWith("remedy:"))
                        .findFirst()
                        .ifPresent(node -> left.add(new LedgerEntry(
                                at.plusSeconds(600),
                                "web",
                                intent,
                                dialog.id() + "/" + node.substring("remedy:".length()),
                                Outcome.FAILED,
                                null)));
        return left;
    }

    private final class Walk {
        private final Dialog dialog;
        private final View view;
        private final List<LedgerEntry> history;
        private final Instant now;
        private final List<Stop> stops = new ArrayList<>();
        private Memory memory =
                Memory.EMPTY.withTalk(Memory.EMPTY.talk().withIntroduced().withOutageTold());
        private long seq;

        Walk(Dialog dialog, View view, List<LedgerEntry> history, Instant now) {
            this.dialog = dialog;
            this.view = view;
            this.history = history;
            this.now = now;
        }

        List<Stop> play() {
            String intent = dialog.intents().getFirst();
            Decision decision = decide(dialogs.nameOf(intent, view.language()), null, intent);
            while (true) {
                List<String> nodes = nodes(decision);
                boolean over =
                        decision.handoff() != null || decision.memory().topics().isEmpty();
                LensAnswers.Answer answer = over ? null : LensAnswers.likeliest(dialog, situation(List.of(), Map.of()));
                for (int i = 0; i < nodes.size(); i++) {
                    boolean last = i == nodes.size() - 1;
                    stops.add(new Stop(
                            nodes.get(i), last ? words(decision) : "", last && answer != null ? answer.title() : ""));
                }
                if (answer == null || nodes.isEmpty() || stops.size() > LONGEST) {
                    return stops;
                }
                decision = decide(answer.text(), answer.choice(), answer.choice() == null ? "oos" : intent);
            }
        }

        /** The steps that a decision went through, by its reasons. */
        private List<String> nodes(Decision decision) {
            var nodes = new ArrayList<String>();
            for (Reason reason : decision.reasons()) {
                switch (reason.what()) {
                    case "ask" -> nodes.add("fact:" + reason.value());
                    case "remedy" -> nodes.add("remedy:" + reason.value());
                    case "step" -> nodes.add("step:" + reason.value());
                    default -> {}
                }
            }
            if (decision.handoff() != null && nodes.stream().noneMatch(node -> node.startsWith("step:"))) {
                nodes.add("person");
            }
            return nodes;
        }

        private Decision decide(String text, @Nullable String choice, String intent) {
            var meaning = new Understanding(
                    view.language(), List.of(new RankedIntent(intent, .99)), LensAnswers.entities(text), Mood.NEUTRAL);
            var heard = List.of(new Heard(++seq, text, choice, meaning));
            var replies = new HashMap<String, Reply>();
            Decision decision = decider.decide(situation(heard, replies));
            for (int calls = 0; decision.errand() != null && calls < 5; calls++) {
                replies.put(
                        decision.errand().key(),
                        LensAnswers.reply(dialog, decision.errand().name()));
                decision = decider.decide(situation(heard, replies));
            }
            memory = decision.memory();
            return decision;
        }

        private static String words(Decision decision) {
            return String.join(
                    "\n\n", decision.say().stream().map(Content::words).toList());
        }

        private Situation situation(List<Heard> heard, Map<String, Reply> replies) {
            return new Situation(
                    now,
                    ZoneId.of("UTC"),
                    Channel.WEB,
                    view.language(),
                    heard,
                    memory,
                    estimates(view.pitch()),
                    new Situation.Customer(Profile.EMPTY, history),
                    view.line().at(now),
                    new QueueState(2, 1, Duration.ofMinutes(4)),
                    false,
                    dialogs,
                    replies);
        }
    }

    private static Estimates estimates(Pitch pitch) {
        Estimates.Aptitude aptitude = switch (pitch) {
            case NOVICE -> new Estimates.Aptitude(-1.2, .6, Band.LOW, List.of());
            case STANDARD -> new Estimates.Aptitude(0, 1.1, Band.UNKNOWN, List.of());
            case EXPERT -> new Estimates.Aptitude(1.4, .6, Band.HIGH, List.of());
        };
        return new Estimates(aptitude, new Estimates.Enthusiasm(.55, .35, .75, List.of()));
    }
}
