package io.attune.decision.policy;

import io.attune.customer.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Rules that hand over whatever the figures say, in order of precedence. */
public enum HardRule {
    ASKED_FOR_PERSON(ReasonCode.CUSTOMER_ASKED, 1, "The customer asked for a person.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.intent().equals("human_request") || signals.cues().contains("human");
        }
    },
    SAFETY(ReasonCode.VULNERABLE_CUSTOMER, 3, "The message speaks of danger, illness, bereavement or distress.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.cues().stream().anyMatch(SAFETY_CUES::contains);
        }
    },
    DEPENDS_ON_LINE(ReasonCode.VULNERABLE_CUSTOMER, 3, "The customer depends on the line, and the line is down.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.vulnerable()
                    && signals.lineDown()
                    && !signals.intent().isEmpty();
        }
    },
    LEGAL(ReasonCode.POLICY_REQUIRED, 2, "The customer speaks of a lawyer, a regulator or a formal complaint.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.cues().contains("legal") || signals.intent().equals("complaint");
        }
    },
    LEAVING(ReasonCode.VIP_RULE, 2, "A customer of high value who is likely to leave wants to cancel.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.intent().equals("cancel_service") && signals.clv() == Level.HIGH && signals.churn() >= .5;
        }
    },
    SAME_QUERY_AGAIN(
            ReasonCode.VIP_RULE,
            2,
            "A customer of high value and low willingness for self-service has come with the same query again and again.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.queries() >= settings.seedQueries()
                    && signals.enthusiasm() < settings.lowEnthusiasm()
                    && signals.clv() == Level.HIGH;
        }
    },
    NO_PROGRESS(ReasonCode.REPEATED_FAILURE, 1, "The customer keeps saying the same and the bot has nothing new.") {
        @Override
        boolean holds(Signals signals, HandoffSettings settings) {
            return signals.stuck() >= 2;
        }
    };

    private static final Set<String> SAFETY_CUES = Set.of("distress", "safety", "vulnerable");
    private final ReasonCode code;
    private final int priority;
    private final String sentence;

    HardRule(ReasonCode code, int priority, String sentence) {
        this.code = code;
        this.priority = priority;
        this.sentence = sentence;
    }

    abstract boolean holds(Signals signals, HandoffSettings settings);

    public static Optional<HardRule> first(Signals signals, HandoffSettings settings) {
        return Arrays.stream(values())
                .filter(rule -> rule.holds(signals, settings))
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
