package io.attune.decision;

import io.attune.customer.Profile;
import io.attune.diagnostics.Diagnosis;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that texts and tables can name: readings of the diagnosis and fields of the profile. */
final class Values {
    private final Diagnosis diagnosis;
    private final Map<String, String> profile;

    private Values(Diagnosis diagnosis, Map<String, String> profile) {
        this.diagnosis = diagnosis;
        this.profile = profile;
    }

    static Values of(Situation situation) {
        return new Values(situation.diagnosis(), fields(situation.customer().profile()));
    }

    /** A reading; null when it is unknown. */
    @Nullable
    String measured(String name) {
        return diagnosis.value(name).orElse(null);
    }

    /** A field of the profile or one of its circumstances; null when it is unknown. */
    @Nullable
    String profile(String name) {
        return profile.get(name);
    }

    /** Either; null when it is unknown. */
    @Nullable
    String find(String name) {
        String reading = measured(name);
        return reading == null ? profile(name) : reading;
    }

    /** Either, as a customer reads it: a point in time in their zone and language. */
    @Nullable
    String readable(String name, Situation situation) {
        String value = find(name);
        return value == null ? null : Moments.readable(value, situation);
    }

    private static Map<String, String> fields(Profile profile) {
        var fields = new HashMap<String, String>();
        put(fields, "name", profile.nickname() == null ? profile.name() : profile.nickname());
        put(fields, "plan", profile.plan());
        put(fields, "tenureMonths", profile.tenureMonths());
        put(fields, "household", profile.household());
        if (profile.circumstances() != null) {
            flatten(fields, "", profile.circumstances());
        }
        return fields;
    }

    private static void flatten(Map<String, String> fields, String prefix, Map<?, ?> values) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(fields, prefix + key + ".", inner);
            } else {
                put(fields, prefix + key, value);
            }
        });
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(name, value.toString());
        }
    }
}
