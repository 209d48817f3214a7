package io.attune.access;

/** A signed identity that is not accepted. The message says why, without repeating any of it. */
public final class BadIdentity extends Exception {
    private static final long serialVersionUID = 1;

    BadIdentity(String why) {
        super(why);
    }
}
