package io.attune.aptitude;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A field that somebody may know apart from others. */
public enum Domain {
    INTERNET,
    WIFI,
    TV,
    PHONE,
    MOBILE,
    /** Bills, contracts, orders, mail and accounts. */
    ACCOUNT;

    /** By the first word of an intent, as in {@code models/intents.tsv}. Matters of no field are missing. */
    private static final Map<String, Domain> BY_INTENT = Map.ofEntries(
            Map.entry("internet", INTERNET),
            Map.entry("outage", INTERNET),
            Map.entry("router", INTERNET),
            Map.entry("speed", INTERNET),
            Map.entry("wifi", WIFI),
            Map.entry("tv", TV),
            Map.entry("phone", PHONE),
            Map.entry("voicemail", PHONE),
            Map.entry("mobile", MOBILE),
            Map.entry("roaming", MOBILE),
            Map.entry("sim", MOBILE),
            Map.entry("data", MOBILE),
            Map.entry("coverage", MOBILE),
            Map.entry("email", ACCOUNT),
            Map.entry("account", ACCOUNT),
            Map.entry("bill", ACCOUNT),
            Map.entry("payment", ACCOUNT),
            Map.entry("refund", ACCOUNT),
            Map.entry("order", ACCOUNT),
            Map.entry("plan", ACCOUNT),
            Map.entry("contract", ACCOUNT));

    /** The field that an intent belongs to. */
    public static Optional<Domain> of(String intent) {
        int end = intent.indexOf('_');
        return Optional.ofNullable(BY_INTENT.get(end < 0 ? intent : intent.substring(0, end)));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Domain read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
