package io.attune.customer;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a profile: what each is used for, whoever tells it. Circumstances carry a purpose of their own. */
public enum Field {
    NAME("name", Purpose.PERSONALISATION),
    NICKNAME("nickname", Purpose.PERSONALISATION),
    LOCALE("locale", Purpose.SERVICE, true),
    TZ("tz", Purpose.SERVICE, true),
    BIRTHDAY("birthday", Purpose.PERSONALISATION),
    PLAN("plan", Purpose.SERVICE),
    TENURE("tenureMonths", Purpose.PERSONALISATION),
    CLV("clv", Purpose.PERSONALISATION),
    CHURN("churn", Purpose.PERSONALISATION),
    HOUSEHOLD("household", Purpose.PERSONALISATION),
    VULNERABLE("vulnerable", Purpose.SERVICE, true),
    ACCESSIBILITY("accessibility", Purpose.SERVICE, true);

    private final String title;
    private final Purpose purpose;
    private final boolean isOwed;

    Field(String title, Purpose purpose) {
        this(title, purpose, false);
    }

    Field(String title, Purpose purpose, boolean isOwed) {
        this.title = title;
        this.purpose = purpose;
        this.isOwed = isOwed;
    }

    /** As in the API. */
    public String title() {
        return title;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** Whether it is read whatever was refused: somebody who depends on the line is owed that care. */
    public boolean isOwed() {
        return isOwed;
    }

    public static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(field -> field.title.equals(name)).findFirst();
    }
}
