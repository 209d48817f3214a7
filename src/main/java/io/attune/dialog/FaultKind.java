package io.attune.dialog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of fault that a check of dialog files finds; each has a row in {@code docs/dialogs-faults.md}. */
public enum FaultKind {
    // files
    NOT_YAML,
    NOT_TEXT,
    TAB,
    EMPTY_FILE,
    TOO_LARGE,
    ENDLESS_ALIAS,
    LINK_OUTSIDE,
    NOT_READ,
    // keys and values
    MISSING_KEY,
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    WRONG_TYPE,
    BAD_NUMBER,
    BAD_NAME,
    UNKNOWN_WORD,
    CONDITION,
    DEAD_LINE,
    TABLE_GAP,
    UNDECLARED_DATA,
    UNKNOWN_PURPOSE,
    // every dialog
    DUPLICATE_DIALOG,
    NO_INTENT,
    UNKNOWN_INTENT,
    INTENT_TAKEN,
    // troubleshooting
    CAUSE_ODDS,
    CAUSE_WITHOUT_HELP,
    FEW_VALUES,
    FACT_NOT_LEARNED,
    VALUE_NOT_LEARNED,
    FACT_TELLS_NOTHING,
    SEEN_SUM,
    SEEN_COUNT,
    SEEN_ROW_MISSING,
    UNKNOWN_CAUSE,
    UNKNOWN_FACT,
    UNKNOWN_VALUE,
    REMEDY_CURES_NOTHING,
    CURE_CHANCE,
    NO_VERIFICATION,
    // flows
    STEP_KIND,
    UNKNOWN_STEP,
    UNREACHABLE_STEP,
    ENDLESS_LOOP,
    DEAD_END,
    NO_PERSON,
    NO_ELSE,
    NO_ANSWERS,
    TOO_MANY_ANSWERS,
    CALL_WITHOUT_OTHER,
    FORM_NOT_FILLED,
    RESULT_WITHOUT_CALL,
    // texts
    NO_TEXTS,
    MISSING_TEXT,
    UNUSED_TEXT,
    MISSING_GENERAL_TEXT,
    UNUSED_GENERAL_TEXT,
    DUPLICATE_TEXT,
    MISSING_LANGUAGE,
    UNKNOWN_LANGUAGE,
    MISSING_STANDARD,
    UNKNOWN_VARIANT,
    EMPTY_TEXT,
    TEXT_TOO_LONG,
    TITLE_TOO_LONG,
    NO_SHORT_TITLE,
    SAME_TITLE,
    OVERLAPPING_WORDS,
    OVERLAPPING_TRIGGERS,
    UNSAFE_TRIGGER,
    UNSAFE_PATTERN,
    UNKNOWN_PLACEHOLDER,
    BROKEN_PLACEHOLDER,
    NO_FALLBACK,
    // articles
    ARTICLE_HEAD,
    ARTICLE_TOO_LONG,
    ARTICLE_LOST_TEXT,
    // stories
    UNKNOWN_TURN,
    BAD_TIME,
    UNKNOWN_EXPECTATION,
    EMPTY_STORY,
    DUPLICATE_STORY,
    UNKNOWN_CALL;

    /** Such as {@code unknown-step}; stable, so that tools may rely on it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
