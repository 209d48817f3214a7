package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose turn it is to speak with the customer. */
public enum Owner {
    /** The bot answers. */
    BOT,
    /** Waiting for an agent; the bot may still say a word. */
    QUEUE,
    /** An agent answers; the bot is silent. */
    AGENT,
    /** Ended. The customer's next message opens it again. */
    CLOSED;

    /** Whether a bot turn may run. */
    public boolean botMaySpeak() {
        return this == BOT || this == QUEUE;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Owner read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
