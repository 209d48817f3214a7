package io.attune.channel.web;

import org.jspecify.annotations.Nullable;

/** A frame that is not one. The message says what is wrong and where, and quotes nothing that a customer wrote. */
final class BadFrame extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String id;

    BadFrame(String message, @Nullable String id) {
        super(message, null, false, false);
        this.id = id;
    }

    /** The id of the send that was refused, when it could be read. */
    @Nullable
    String id() {
        return id;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
