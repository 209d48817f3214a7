package io.attune.decision.memory;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;

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
@RecordBuilder
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

    /** Turns for which the threshold stays raised. */
    private static final int PATIENT = 2;

    public Course {
        trend = List.copyOf(trend);
        queries = List.copyOf(queries);
        solved = List.copyOf(solved);
    }

    /** One turn more, said with this much frustration (0..1): the level follows with a memory of about three turns. */
    public Course withTurn(double said, boolean sameAgain) {
        double level = Math.min(1, .7 * frustration + .3 * said);
        List<Double> longer = with(trend, Math.round(level * 1000) / 1000.0);
        return changed()
                .turns(turns + 1)
                .frustration(level)
                .trend(longer.subList(Math.max(0, longer.size() - KEPT), longer.size()))
                .patience(Math.max(0, patience - 1))
                .again(sameAgain ? again + 1 : 0)
                .silent(0)
                .build();
    }

    public Course withDeclined() {
        return changed().declined(declined + 1).patience(PATIENT).over(0).build();
    }

    public Course withOver(int count) {
        return changed().over(count).build();
    }

    public Course withQuery(String intent) {
        return changed().queries(with(queries, intent)).build();
    }

    public Course withWaitingTold(boolean told) {
        return changed().waitingTold(told).build();
    }

    public Course withSolved(String dialog) {
        return changed().solved(with(solved, dialog)).build();
    }

    public Course withoutSolved(String dialog) {
        return changed()
                .solved(solved.stream().filter(one -> !one.equals(dialog)).toList())
                .build();
    }

    /** One word more to a customer who does not answer. */
    public Course withSilent() {
        return changed().silent(Math.min(2, silent + 1)).build();
    }

    /** An agent gave the conversation back: what went wrong before no longer counts against the bot. */
    public Course returned(int failed) {
        return CourseBuilder.builder(START)
                .trend(trend)
                .declined(declined)
                .patience(PATIENT)
                .queries(queries)
                .solved(solved)
                .forgiven(failed)
                .build();
    }

    private CourseBuilder changed() {
        return CourseBuilder.builder(this);
    }

    private static <T> List<T> with(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }
}
