package io.attune.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a customer decides on: theirs alone to change.
 *
 * @param notices what they have been told and asked about it
 */
public record Settings(Preferences preferences, Consents consents, Notices notices) {
    public static final Settings NONE = new Settings(Preferences.NONE, Consents.NONE);

    /** @param notices missing where nothing was told yet */
    public Settings(Preferences preferences, Consents consents, @Nullable Notices notices) {
        this.preferences = preferences;
        this.consents = consents;
        this.notices = notices == null ? Notices.NONE : notices;
    }

    public Settings(Preferences preferences, Consents consents) {
        this(preferences, consents, Notices.NONE);
    }

    public Settings with(Preferences changed) {
        return new Settings(changed, consents, notices);
    }

    public Settings with(Consents changed) {
        return new Settings(preferences, changed, notices);
    }

    public Settings with(Notices changed) {
        return new Settings(preferences, consents, changed);
    }
}
