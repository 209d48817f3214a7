package io.attune.handoff.routing;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a conversation was passed on to. On the wire {@code agent:ID}, {@code team:NAME} or {@code skill:ID}. */
public record Target(Kind kind, String id) {
    public enum Kind {
        AGENT,
        TEAM,
        SKILL
    }

    public static Optional<Target> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (text.startsWith(prefix(kind)) && text.length() > prefix(kind).length()) {
                return Optional.of(new Target(kind, text.substring(prefix(kind).length())));
            }
        }
        return Optional.empty();
    }

    private static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    @Override
    public String toString() {
        return prefix(kind) + id;
    }

    boolean fits(Seat seat) {
        return switch (kind) {
            case AGENT -> seat.agent().equals(id);
            case TEAM -> id.equals(seat.team());
            case SKILL -> seat.skills().contains(id);
        };
    }
}
