package io.attune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.turn.Replayed;
import io.attune.turn.Replayed.Difference;
import io.attune.turn.Replayed.First;
import io.attune.turn.Replays.Sum;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a replay found, for people or as one JSON object a line. Quotes the bot's words, never the customer's. */
final class ReplayReport {
    private static final int LONGEST = 160;

    private final PrintWriter out;
    private final @Nullable ObjectMapper json;

    /** @param json writes the objects; null for people */
    ReplayReport(PrintWriter out, @Nullable ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    void add(Replayed replayed) {
        First first = replayed.first();
        if (first == null) {
            return;
        }
        if (json != null) {
            out.println(line(json, replayed));
            return;
        }
        out.println(replayed.conversation() + ": turn " + first.turn()
                + (first.seq() == null ? "" : ", the answer to message " + first.seq()) + ", " + first.at()
                + (first.dialogs() == null ? "" : ", then by the dialogs " + first.dialogs()));
        for (Difference difference : first.differences()) {
            out.println("  " + difference.in().code() + " was " + quoted(difference.was()) + ", is "
                    + quoted(difference.is()));
        }
        first.reasonsWas().forEach(reason -> out.println("  then: " + brief(reason)));
        first.reasonsIs().forEach(reason -> out.println("  now:  " + brief(reason)));
    }

    void end(Sum sum) {
        if (json != null) {
            out.println(line(json, Map.of("sum", sum)));
        } else {
            out.println(sum.conversations() + " conversations, " + sum.turns() + " turns: "
                    + (sum.conversations() - sum.different()) + " as before, " + sum.different() + " different"
                    + (sum.unkept() == 0
                            ? ""
                            : "; " + sum.unkept() + " more cannot be replayed, nothing is kept for it")
                    + (sum.refused() == 0 ? "" : "; " + sum.refused() + " more left out, their customers refuse it"));
        }
        out.flush();
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "none" : "'" + brief(value) + "'";
    }

    private static String brief(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String line(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
