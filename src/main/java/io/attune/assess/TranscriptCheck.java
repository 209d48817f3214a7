package io.attune.assess;

import io.attune.message.Compose;
import io.attune.message.Content;
import io.attune.problem.Fault;
import io.attune.problem.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transcript may hold. */
public final class TranscriptCheck {
    private static final int MOST_TURNS = 1000;
    private static final int MOST_HISTORY = 1000;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_BOT_TEXT = 16_384;
    private static final int LONGEST_INTENT = 64;
    private static final double MOST_DAYS = 36_500;
    private static final long LONGEST_MS = 31L * 24 * 3600 * 1000;

    private final Faults faults = new Faults();

    private TranscriptCheck() {}

    /** Everything that is wrong, the first hundred or so; none when it can be assessed. */
    public static List<Fault> faults(@Nullable Transcript transcript) {
        var check = new TranscriptCheck();
        if (transcript == null) {
            check.faults.add("body", "must be an object");
        } else {
            check.customer(transcript.customer());
            check.duration("queueWaitMs", transcript.queueWaitMs());
            check.turns(transcript.turns());
        }
        return check.faults.found();
    }

    private void customer(Transcript.@Nullable Customer customer) {
        if (customer == null) {
            return;
        }
        Double churn = customer.churn();
        faults.need(churn == null || (churn >= 0 && churn <= 1), "customer.churn", "must be 0 to 1");
        List<Transcript.@Nullable Past> history = customer.history() == null ? List.of() : customer.history();
        faults.need(
                history.size() <= MOST_HISTORY, "customer.history", "must have at most " + MOST_HISTORY + " entries");
        for (int i = 0; i < history.size() && faults.found().size() < MOST_FAULTS; i++) {
            past("customer.history[" + i + "]", history.get(i));
        }
    }

    private void past(String at, Transcript.@Nullable Past past) {
        if (past == null) {
            faults.add(at, "must be an object");
            return;
        }
        Double days = past.daysAgo();
        faults.need(
                        days != null && days >= 0 && days <= MOST_DAYS,
                        at + ".daysAgo",
                        "must be a number of days, 0 to " + (int) MOST_DAYS)
                .need(fits(past.intent(), LONGEST_INTENT), at + ".intent", "must have 1 to 64 characters");
    }

    private void turns(@Nullable List<Transcript.@Nullable Turn> turns) {
        if (turns == null || turns.isEmpty() || turns.size() > MOST_TURNS) {
            faults.add("turns", "must be 1 to " + MOST_TURNS + " turns");
            return;
        }
        for (int i = 0; i < turns.size() && faults.found().size() < MOST_FAULTS; i++) {
            turn("turns[" + i + "]", turns.get(i));
        }
    }

    private void turn(String at, Transcript.@Nullable Turn turn) {
        if (turn == null) {
            faults.add(at, "must be an object");
            return;
        }
        faults.need(turn.role() != null, at + ".role", "must be one of bot, customer");
        int longest = turn.role() == Speaker.BOT ? LONGEST_BOT_TEXT : Content.MAX_TEXT;
        faults.need(fits(turn.text(), longest), at + ".text", "must have 1 to " + longest + " characters");
        duration(at + ".latencyMs", turn.latencyMs());
        compose(at + ".compose", turn.compose());
    }

    private void compose(String at, @Nullable Compose compose) {
        if (compose == null) {
            return;
        }
        duration(at + ".activeMs", compose.activeMs());
        duration(at + ".idleMs", compose.idleMs());
        duration(at + ".firstKeyMs", compose.firstKeyMs());
        count(at + ".keys", compose.keys());
        count(at + ".deletes", compose.deletes());
        count(at + ".bursts", compose.bursts());
        count(at + ".abandoned", compose.abandoned());
    }

    private void duration(String at, @Nullable Long ms) {
        faults.need(ms == null || (ms >= 0 && ms <= LONGEST_MS), at, "must be 0 to " + LONGEST_MS + " ms");
    }

    private void count(String at, @Nullable Integer count) {
        faults.need(count == null || count >= 0, at, "must not be below 0");
    }

    private static boolean fits(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }
}
