package io.attune.crash;

import io.attune.crash.Violation.Rule;
import org.jspecify.annotations.Nullable;

/** The faults that can be planted in {@link FakeCareServer}, each with the rule that has to find it. */
enum Bug {
    NONE(null),
    ACKNOWLEDGES_WITHOUT_STORING(Rule.ACKNOWLEDGED_MISSING),
    FORGETS_IDS(Rule.DOUBLED),
    SWAPS_MESSAGES(Rule.REORDERED),
    CHANGES_WORDS(Rule.ALTERED),
    SKIPS_A_NUMBER(Rule.GAP),
    MOVES_REPEATED_IDS(Rule.ID_MOVED),
    KEEPS_QUIET_ABOUT_REPETITION(Rule.DUP_UNMARKED),
    LETS_CONFLICTS_THROUGH(Rule.CONFLICT_MISJUDGED),
    FORGETS_TO_ANSWER(Rule.UNANSWERED),
    ANSWERS_AGAIN_AFTER_A_CRASH(Rule.ANSWERED_TWICE),
    TALKS_OVER_THE_AGENT(Rule.BOT_AFTER_TAKEOVER),
    SHOWS_SOMETHING_ELSE(Rule.STREAM_DIFFERS),
    RESUMES_TOO_LATE(Rule.STREAM_BROKEN),
    NEVER_RECOVERS(Rule.NOT_RECOVERED),
    SENDS_EVENTS_WITHOUT_TIME(Rule.SCHEMA);

    final @Nullable Rule foundBy;

    Bug(@Nullable Rule foundBy) {
        this.foundBy = foundBy;
    }
}
