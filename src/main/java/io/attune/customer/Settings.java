package io.attune.customer;

/** What a customer decides on: theirs alone to change. */
public record Settings(Preferences preferences, Consents consents) {
    public static final Settings NONE = new Settings(Preferences.NONE, Consents.NONE);

    public Settings with(Preferences changed) {
        return new Settings(changed, consents);
    }

    public Settings with(Consents changed) {
        return new Settings(preferences, changed);
    }
}
