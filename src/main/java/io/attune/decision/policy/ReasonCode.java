package io.attune.decision.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a conversation goes to an agent; the list is closed, so that reasons can be counted. */
public enum ReasonCode {
    CUSTOMER_ASKED,
    LOW_CONFIDENCE,
    REPEATED_FAILURE,
    FRUSTRATION,
    POLICY_REQUIRED,
    OUT_OF_SCOPE,
    TOOL_FAILURE,
    VULNERABLE_CUSTOMER,
    VIP_RULE,
    AGENT_PULL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
