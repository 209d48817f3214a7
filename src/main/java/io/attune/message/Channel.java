package io.attune.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A way in. {@code WEB} is the widget over WebSocket, {@code APP} the REST and SSE twin, {@code DIRECTLINE} the Bot
 * Framework's protocol.
 */
public enum Channel {
    WEB(true),
    APP(false),
    WHATSAPP(false),
    DIRECTLINE(false),
    RASA(false),
    DEEPCHAT(false),
    CHATWOOT(false);

    private final boolean tellsComposing;

    Channel(boolean tellsComposing) {
        this.tellsComposing = tellsComposing;
    }

    /** How long after the customer's last message free text can be sent; none: at any time; zero: only as an answer. */
    public Optional<Duration> freeText() {
        return switch (this) {
            case WHATSAPP -> Optional.of(Duration.ofHours(24));
            case RASA, DEEPCHAT -> Optional.of(Duration.ZERO);
            case WEB, APP, DIRECTLINE, CHATWOOT -> Optional.empty();
        };
    }

    /** Whether the channel says that the customer is still writing; one that cannot gets a short quiet time instead. */
    public boolean tellsComposing() {
        return tellsComposing;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Channel read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
