package io.attune.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer has been told and asked about the use of their data, so that they are not told or asked again and again.
 *
 * @param told by name, such as {@code notice.web} for what is told once in a channel
 */
public record Notices(Map<String, Told> told) {
    public static final Notices NONE = new Notices(Map.of());

    public Notices {
        told = Map.copyOf(told);
    }

    /** @param version of the words */
    public record Told(String version, Instant at) {}

    /** Whether these very words were told. */
    public boolean knows(String name, String version) {
        return find(name).filter(last -> last.version().equals(version)).isPresent();
    }

    public Optional<Told> find(String name) {
        return Optional.ofNullable(told.get(name));
    }

    public Notices with(String name, Told now) {
        var more = new HashMap<>(told);
        more.put(name, now);
        return new Notices(more);
    }

    /** Both; of each the later. */
    public Notices and(Notices other) {
        var both = new HashMap<>(told);
        other.told.forEach((name, theirs) ->
                both.merge(name, theirs, (mine, same) -> mine.at().isBefore(theirs.at()) ? theirs : mine));
        return new Notices(both);
    }
}
