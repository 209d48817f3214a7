package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dialog under way.
 *
 * @param intent what the customer came with
 * @param seq the message that started it
 * @param open what it waits for; null when it has not begun or is between steps
 * @param since epoch seconds at which {@code open} was put to the customer
 * @param path what was asked and tried so far, in order, for going back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Topic(
        String dialog, String intent, long seq, @Nullable Open open, long since, List<Open> path) {
    public Topic {
        path = List.copyOf(path);
    }

    public static Topic begun(String dialog, String intent, long seq) {
        return new Topic(dialog, intent, seq, null, 0, List.of());
    }

    /** Now waits for this; it becomes part of the path. */
    public Topic waitingFor(Open what, long at) {
        var longer = new ArrayList<>(path);
        if (!what.equals(longer.isEmpty() ? null : longer.getLast())) {
            longer.add(what);
        }
        return new Topic(dialog, intent, seq, what, at, longer);
    }

    /** Did not have to wait for this; it becomes part of the path all the same, so that it can be come back to. */
    public Topic passing(Open what) {
        Topic longer = waitingFor(what, since);
        return new Topic(dialog, intent, seq, null, since, longer.path());
    }

    /** Waits for nothing. */
    public Topic settled() {
        return new Topic(dialog, intent, seq, null, since, path);
    }

    /** One step of the path back, waiting for nothing. */
    public Topic shortened() {
        return new Topic(dialog, intent, seq, null, since, path.subList(0, Math.max(0, path.size() - 1)));
    }
}
