package io.attune.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.aptitude.Estimates;
import io.attune.decision.Decision;
import io.attune.decision.HandoffOrder;
import io.attune.decision.Heard;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.Entity;
import io.attune.understanding.Understanding.RankedIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a turn did what it did, for people: kept with the turn in the log.
 *
 * @param understanding of the last message answered; none for a greeting
 * @param others of the messages answered together with it, oldest first
 * @param dialogs the version that it went by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trace(
        @Nullable Understood understanding,
        @Nullable List<Understood> others,
        Estimates estimates,
        Decided decision,
        String dialogs) {
    private static final int RANKS = 3;

    /** Of each field; the evidence over all fields is kept whole. */
    private static final int EVIDENCE = 3;

    /** @param ranking the likeliest intents */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Understood(
            long seq,
            Language language,
            String intent,
            double confidence,
            List<RankedIntent> ranking,
            List<Entity> entities,
            Mood mood,
            @Nullable String choice) {
        static Understood of(Heard heard) {
            Understanding u = heard.understanding();
            return new Understood(
                    heard.seq(),
                    u.language(),
                    u.intent(),
                    u.confidence(),
                    u.ranking().subList(0, Math.min(RANKS, u.ranking().size())),
                    u.entities(),
                    u.mood(),
                    heard.choiceId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            String kind,
            @Nullable String dialog,
            @Nullable String remedy,
            @Nullable HandoffOrder handoff,
            @Nullable Verdict policy,
            List<Reason> reasons) {}

    static Trace of(Thought thought) {
        List<Understood> heard = thought.heard().stream().map(Understood::of).toList();
        Decision decision = thought.decision();
        return new Trace(
                heard.isEmpty() ? null : heard.getLast(),
                heard.size() < 2 ? null : heard.subList(0, heard.size() - 1),
                thought.estimates().brief(EVIDENCE),
                new Decided(
                        decision.kind().code(),
                        decision.dialog(),
                        decision.remedy(),
                        decision.handoff(),
                        decision.verdict(),
                        decision.reasons()),
                thought.grounds().dialogs());
    }
}
