package io.attune.decision.policy;

import io.attune.customer.Level;
import io.attune.decision.policy.HandoffSettings.Rules;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Rules that hand over whatever the figures say, in order of precedence. */
public enum HardRule {
    ASKED_FOR_PERSON(ReasonCode.CUSTOMER_ASKED, 1, "The customer asked for a person.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return signals.message().intent().equals("human_request") || has(signals, "human");
        }
    },
    SAFETY(ReasonCode.VULNERABLE_CUSTOMER, 3, "The message speaks of danger, illness, bereavement or distress.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return has(signals, "distress") || has(signals, "medical");
        }
    },
    DEPENDS_ON_LINE(ReasonCode.VULNERABLE_CUSTOMER, 3, "The customer depends on the line, and the line is down.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return signals.customer().vulnerable()
                    && (signals.customer().lineDown()
                            || LINE_IS_DEAD.contains(signals.message().intent()))
                    && !signals.message().intent().isEmpty();
        }
    },
    HARDSHIP(ReasonCode.VULNERABLE_CUSTOMER, 2, "The customer cannot pay and says that they are in need.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return has(signals, "hardship");
        }
    },
    LEGAL(ReasonCode.POLICY_REQUIRED, 2, "The customer speaks of a lawyer or a regulator, or complains and is upset.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            boolean complains = has(signals, "complaint") || brings(signals, "complaint");
            return has(signals, "legal") || (complains && !(signals.takesComplaints() && isCalm(signals)));
        }
    },
    LEAVING(ReasonCode.VIP_RULE, 2, "A customer of high value who is likely to leave wants to cancel.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            Double churn = signals.customer().churn();
            return (brings(signals, "cancel_service") || has(signals, "leaving"))
                    && signals.customer().clv() == Level.HIGH
                    && (churn == null || churn >= rules.leavingChurn());
        }
    },
    SAME_QUERY_AGAIN(
            ReasonCode.VIP_RULE,
            2,
            "A customer of high value and low willingness for self-service has come with the same query again and"
                    + " again.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return signals.customer().queries() >= rules.sameQueries()
                    && signals.customer().enthusiasm() < rules.lowEnthusiasm()
                    && signals.customer().clv() == Level.HIGH;
        }
    },
    NOT_UNDERSTOOD(ReasonCode.LOW_CONFIDENCE, 1, "The bot has misunderstood the customer again and again.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            return signals.course().misunderstood() >= rules.misunderstood();
        }
    },
    NO_PROGRESS(ReasonCode.REPEATED_FAILURE, 1, "The customer keeps saying the same and the bot has nothing new.") {
        @Override
        boolean holds(Signals signals, Rules rules) {
            boolean objects = OBJECTIONS.stream().anyMatch(kind -> has(signals, kind))
                    || signals.message().repeats();
            boolean content = signals.course().progress() || has(signals, "thanks") || has(signals, "willing");
            return signals.course().stuck() >= 2
                    || (signals.course().botRepeats() && objects)
                    || (signals.course().botRepeats() && signals.message().atLength() && !content);
        }
    };

    private static final Set<String> LINE_IS_DEAD = Set.of("internet_down", "phone_no_dial_tone");
    private static final Set<String> OBJECTIONS =
            Set.of("misheard", "unsolved", "already", "anger", "frustration", "sarcasm");
    private static final Set<String> UPSET =
            Set.of("anger", "frustration", "sarcasm", "upset", "again", "unsolved", "misheard", "leaving");

    /** From this frustration on, 0..1, a complaint goes to a person. */
    private static final double AGITATED = .3;

    private final ReasonCode code;
    private final int priority;
    private final String sentence;

    HardRule(ReasonCode code, int priority, String sentence) {
        this.code = code;
        this.priority = priority;
        this.sentence = sentence;
    }

    abstract boolean holds(Signals signals, Rules rules);

    private static boolean has(Signals signals, String cue) {
        return signals.message().cues().contains(cue);
    }

    /** No matter for a form is who is angry, has run out of patience or has tried in vain. */
    private static boolean isCalm(Signals signals) {
        return signals.message().frustration() < AGITATED
                && signals.course().frustration() < AGITATED
                && signals.course().failedSteps() == 0
                && UPSET.stream().noneMatch(kind -> has(signals, kind));
    }

    private static boolean brings(Signals signals, String intent) {
        return signals.message().sure() && signals.message().intent().equals(intent);
    }

    public static Optional<HardRule> first(Signals signals, Rules rules) {
        return Arrays.stream(values())
                .filter(rule -> rule.holds(signals, rules))
                .findFirst();
    }

    /** Such as {@code asked-for-person}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public ReasonCode code() {
        return code;
    }

    public int priority() {
        return priority;
    }

    public String sentence() {
        return sentence;
    }
}
