package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.handoff.Packet.Fact;
import io.attune.handoff.Packet.Tried;
import io.attune.message.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation in a few lines, each taken from a message and naming it. Nothing is made up. */
public final class Summary {
    private static final int FACTS = 4;
    private static final int LONGEST = 240;

    private Summary() {}

    /** @param kind goal, fact, tried, promise or last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String kind, String text, @Nullable Long seq) {}

    public static List<Line> of(Packet packet, List<Entry> entries) {
        var lines = new ArrayList<Line>();
        if (packet.goal() != null) {
            lines.add(new Line("goal", cut(packet.goal().text()), packet.goal().seq()));
        }
        packet.facts().stream()
                .filter(fact -> fact.seq() != null || !fact.source().equals("customer"))
                .limit(FACTS)
                .map(Summary::fact)
                .forEach(lines::add);
        packet.tried().stream().map(Summary::tried).forEach(lines::add);
        packet.promises().stream()
                .map(promise -> new Line("promise", cut(promise.text()), promise.seq() == 0 ? null : promise.seq()))
                .forEach(lines::add);
        last(entries, lines);
        return lines;
    }

    private static Line fact(Fact fact) {
        return new Line("fact", fact.name() + ": " + fact.value(), fact.seq());
    }

    private static Line tried(Tried tried) {
        return new Line(
                "tried",
                tried.remedy() + ": " + tried.outcome().name().toLowerCase(java.util.Locale.ROOT),
                tried.seq());
    }

    private static void last(List<Entry> entries, List<Line> lines) {
        for (Entry entry : entries.reversed()) {
            if (entry.event() instanceof Message message && message.from().role() == Role.CUSTOMER) {
                boolean said = lines.stream().anyMatch(line -> line.seq() != null && line.seq() == entry.seq());
                if (!said) {
                    lines.add(new Line("last", cut(message.content().words()), entry.seq()));
                }
                return;
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
