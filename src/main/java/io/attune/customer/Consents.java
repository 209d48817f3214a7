package io.attune.customer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a customer has granted and refused.
 *
 * @param said each purpose that they decided on, with the time
 */
public record Consents(Map<Purpose, Choice> said) {
    public static final Consents NONE = new Consents(Map.of());

    public Consents {
        said = Map.copyOf(said);
    }

    /** @param at when it was said */
    public record Choice(boolean granted, Instant at) {}

    public boolean granted(Purpose purpose) {
        Choice choice = said.get(purpose);
        return choice == null ? purpose.isGrantedUnlessRefused() : choice.granted();
    }

    public Consents with(Purpose purpose, Choice choice) {
        var all = new EnumMap<Purpose, Choice>(Purpose.class);
        all.putAll(said);
        all.put(purpose, choice);
        return new Consents(all);
    }

    /** How each purpose stands now. */
    public Map<Purpose, Boolean> now() {
        var now = new EnumMap<Purpose, Boolean>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            now.put(purpose, granted(purpose));
        }
        return now;
    }
}
