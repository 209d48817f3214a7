package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What data may be used for, each with consent of its own. */
public enum Purpose {
    /** To help with what the customer asks: part of the contract, until they object. */
    SERVICE(true),
    /** To fit answers to the person: estimates, value, churn, name. Until they object. */
    PERSONALISATION(true),
    /** To write first, about a fault or an outage. Only when granted. */
    PROACTIVE(false),
    /** To write first, about offers. Only when granted. */
    MARKETING(false),
    /** To make the product better from what was said. Only when granted. */
    IMPROVEMENT(false);

    private final boolean unlessRefused;

    Purpose(boolean unlessRefused) {
        this.unlessRefused = unlessRefused;
    }

    /** Whether it holds as long as the customer has not said anything. */
    public boolean isGrantedUnlessRefused() {
        return unlessRefused;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Purpose read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
