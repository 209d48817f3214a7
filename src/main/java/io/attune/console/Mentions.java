package io.attune.console;

import io.attune.conversation.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells colleagues who are named in a note with {@code @}, if they are there. */
@ApplicationScoped
class Mentions {
    private static final Pattern NAMED = Pattern.compile("(?<![A-Za-z0-9_.-])@([A-Za-z0-9_.-]{1,64})");

    private final Hall hall;

    Mentions(Hall hall) {
        this.hall = hall;
    }

    record Mention(String t, String conv, long seq, Sender from, String text) {}

    void tell(String conv, long seq, Sender from, String text) {
        Set<String> named = new LinkedHashSet<>();
        NAMED.matcher(text).results().forEach(match -> named.add(match.group(1)));
        named.forEach(user -> tell(user, conv, seq, from, text));
    }

    void tell(String user, String conv, long seq, Sender from, String text) {
        if (!user.equals(from.id())) {
            hall.tell(user, new Mention("mention", conv, seq, from, text));
        }
    }
}
