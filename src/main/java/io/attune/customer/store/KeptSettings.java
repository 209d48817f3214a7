package io.attune.customer.store;

import io.attune.customer.Consents;
import io.attune.customer.Notices;
import io.attune.customer.Preferences;
import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they are kept under one id: each preference with the time it was set, so that of a person's ids the later
 * word counts.
 *
 * @param at of the preferences that were ever set, by name; a missing preference with a time was taken away then
 */
record KeptSettings(
        Preferences preferences,
        Consents consents,
        @Nullable Map<String, Instant> at,
        @Nullable Notices notices) {
    static final KeptSettings NONE = new KeptSettings(Preferences.NONE, Consents.NONE, Map.of(), Notices.NONE);

    KeptSettings {
        at = at == null ? Map.of() : Map.copyOf(at);
        notices = notices == null ? Notices.NONE : notices;
    }

    Settings settings() {
        return new Settings(preferences, consents, notices);
    }

    private Notices told() {
        return notices == null ? Notices.NONE : notices;
    }

    /** Both; for each setting the later word, and a refusal when both are of one time. */
    KeptSettings and(KeptSettings other) {
        var times = new HashMap<>(times());
        other.times().forEach((name, time) -> times.merge(name, time, (a, b) -> a.isBefore(b) ? b : a));
        return new KeptSettings(
                new Preferences(
                        later(other, "detail", Preferences::detail),
                        later(other, "language", Preferences::language),
                        later(other, "nickname", Preferences::nickname),
                        later(other, "channel", Preferences::channel),
                        later(other, "quietHours", Preferences::quietHours)),
                consents(other),
                times,
                told().and(other.told()));
    }

    private Map<String, Instant> times() {
        return at == null ? Map.of() : at;
    }

    private <T> @Nullable T later(KeptSettings other, String name, Function<Preferences, @Nullable T> get) {
        Instant mine = times().getOrDefault(name, Instant.MIN);
        Instant theirs = other.times().getOrDefault(name, Instant.MIN);
        return get.apply(mine.isBefore(theirs) ? other.preferences : preferences);
    }

    private Consents consents(KeptSettings other) {
        var said = new EnumMap<Purpose, Consents.Choice>(Purpose.class);
        said.putAll(consents.said());
        other.consents.said().forEach((purpose, theirs) -> said.merge(purpose, theirs, KeptSettings::stronger));
        return new Consents(said);
    }

    private static Consents.Choice stronger(Consents.Choice mine, Consents.Choice theirs) {
        if (mine.at().equals(theirs.at())) {
            return mine.granted() ? theirs : mine;
        }
        return mine.at().isBefore(theirs.at()) ? theirs : mine;
    }

    /**
     * What this id keeps when the person's settings go from {@code before} to {@code after}: what changed, whichever of the
     * two shows it, under the time of the change.
     *
     * @param mine how the same change turns the settings of this id alone
     */
    KeptSettings changed(Settings before, Settings after, Settings mine, Instant now) {
        var times = new HashMap<>(times());
        var said = new EnumMap<Purpose, Consents.Choice>(Purpose.class);
        said.putAll(consents.said());
        after.consents().said().forEach((purpose, choice) -> {
            if (!choice.equals(before.consents().said().get(purpose))) {
                said.put(purpose, choice);
            }
        });
        var change = new Change(before.preferences(), after.preferences(), mine.preferences(), times, now);
        return new KeptSettings(
                new Preferences(
                        change.of("detail", Preferences::detail),
                        change.of("language", Preferences::language),
                        change.of("nickname", Preferences::nickname),
                        change.of("channel", Preferences::channel),
                        change.of("quietHours", Preferences::quietHours)),
                new Consents(said),
                times,
                mine.notices());
    }

    private final class Change {
        private final Preferences before;
        private final Preferences after;
        private final Preferences mine;
        private final Map<String, Instant> times;
        private final Instant now;

        Change(Preferences before, Preferences after, Preferences mine, Map<String, Instant> times, Instant now) {
            this.before = before;
            this.after = after;
            this.mine = mine;
            this.times = times;
            this.now = now;
        }

        <T> @Nullable T of(String name, Function<Preferences, @Nullable T> get) {
            T own = get.apply(preferences);
            if (Objects.equals(get.apply(before), get.apply(after)) && Objects.equals(own, get.apply(mine))) {
                return own;
            }
            times.put(name, now);
            return get.apply(after);
        }
    }
}
