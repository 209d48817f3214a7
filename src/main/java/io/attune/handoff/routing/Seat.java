package io.attune.handoff.routing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent who takes conversations now.
 *
 * @param places at a time
 * @param free of them, those that ring or are wrapped up not counted
 * @param skills what they can do
 * @param languages codes; none listed means any
 * @param rungAt when something last rang there; the epoch when nothing has
 */
public record Seat(
        String agent,
        @Nullable String team,
        int places,
        int free,
        Set<String> skills,
        Set<String> languages,
        Instant rungAt) {
    public Seat {
        skills = Set.copyOf(skills);
        languages = Set.copyOf(languages);
    }

    boolean speaks(@Nullable String language) {
        return language == null || languages.isEmpty() || languages.contains(language);
    }

    boolean can(@Nullable String skill) {
        return skill == null || skills.contains(skill);
    }

    Seat taken() {
        return new Seat(agent, team, places, free - 1, skills, languages, rungAt);
    }
}
