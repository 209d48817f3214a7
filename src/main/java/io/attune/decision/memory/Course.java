package io.attune.decision.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * How the conversation goes, for the handoff policy.
 *
 * @param turns bot turns so far
 * @param frustration level, 0..1
 * @param trend frustration after each of the last turns, oldest first
 * @param declined offers of a person that were declined
 * @param patience turns for which the threshold stays raised after a declined offer
 * @param over turns in a row at or above the threshold
 * @param again times in a row that the customer said the same again
 * @param queries intents that this conversation has put into the ledger
 * @param waitingTold whether the customer, now in the queue, was told that an agent will see what they write
 * @param solved dialogs that ended well in this conversation
 * @param forgiven remedies that failed before an agent gave the conversation back: old evidence
 * @param silent what was done since the customer last wrote: 0 nothing, 1 a gentle word, 2 closed
 */
public record Course(
        int turns,
        double frustration,
        List<Double> trend,
        int declined,
        int patience,
        int over,
        int again,
        List<String> queries,
        boolean waitingTold,
        List<String> solved,
        int forgiven,
        int silent) {
    public static final Course START = new Course(0, 0, List.of(), 0, 0, 0, 0, List.of(), false, List.of(), 0, 0);
    private static final int KEPT = 12;

    public Course {
        trend = List.copyOf(trend);
        queries = List.copyOf(queries);
        solved = List.copyOf(solved);
    }

    /** One turn more, said with this much frustration (0..1): the level follows with a memory of about three turns. */
    public Course withTurn(double said, boolean sameAgain) {
        double level = Math.min(1, .7 * frustration + .3 * said);
        var longer = new ArrayList<>(trend);
        longer.add(Math.round(level * 1000) / 1000.0);
        return new Course(
                turns + 1,
                level,
                longer.subList(Math.max(0, longer.size() - KEPT), longer.size()),
                declined,
                Math.max(0, patience - 1),
                over,
                sameAgain ? again + 1 : 0,
                queries,
                waitingTold,
                solved,
                forgiven,
                0);
    }

    public Course withDeclined() {
        return new Course(
                turns, frustration, trend, declined + 1, 2, 0, again, queries, waitingTold, solved, forgiven, silent);
    }

    public Course withOver(int count) {
        return new Course(
                turns,
                frustration,
                trend,
                declined,
                patience,
                count,
                again,
                queries,
                waitingTold,
                solved,
                forgiven,
                silent);
    }

    public Course withQuery(String intent) {
        var more = new ArrayList<>(queries);
        more.add(intent);
        return new Course(
                turns,
                frustration,
                trend,
                declined,
                patience,
                over,
                again,
                more,
                waitingTold,
                solved,
                forgiven,
                silent);
    }

    public Course withWaitingTold(boolean told) {
        return new Course(
                turns, frustration, trend, declined, patience, over, again, queries, told, solved, forgiven, silent);
    }

    public Course withSolved(String dialog) {
        var more = new ArrayList<>(solved);
        more.add(dialog);
        return new Course(
                turns,
                frustration,
                trend,
                declined,
                patience,
                over,
                again,
                queries,
                waitingTold,
                more,
                forgiven,
                silent);
    }

    public Course withoutSolved(String dialog) {
        var fewer = new ArrayList<>(solved);
        fewer.removeIf(dialog::equals);
        return new Course(
                turns,
                frustration,
                trend,
                declined,
                patience,
                over,
                again,
                queries,
                waitingTold,
                fewer,
                forgiven,
                silent);
    }

    /** One word more to a customer who does not answer. */
    public Course withSilent() {
        return new Course(
                turns,
                frustration,
                trend,
                declined,
                patience,
                over,
                again,
                queries,
                waitingTold,
                solved,
                forgiven,
                Math.min(2, silent + 1));
    }

    /** An agent gave the conversation back: what went wrong before no longer counts against the bot. */
    public Course returned(int failed) {
        return new Course(0, 0, trend, declined, 2, 0, 0, queries, false, solved, failed, 0);
    }
}
