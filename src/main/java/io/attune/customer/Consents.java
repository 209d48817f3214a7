package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * @param at when it was said
     * @param channel where, such as {@code web}; missing where that was not noted yet
     * @param wording what it was an answer to, such as {@code question.proactive/2026-11}, {@code own words/2026-11} or
     *     {@code preferences}; missing where that was not noted yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            boolean granted,
            Instant at,
            @Nullable String channel,
            @Nullable String wording) {
        public Choice(boolean granted, Instant at) {
            this(granted, at, null, null);
        }
    }

    /** Whether they have decided on it, either way. */
    public boolean isDecided(Purpose purpose) {
        return said.containsKey(purpose);
    }

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
