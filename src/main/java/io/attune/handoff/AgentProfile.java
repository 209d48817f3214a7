package io.attune.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do.
 *
 * @param languages codes; none listed means any
 */
public record AgentProfile(String agent, @Nullable String team, List<String> skills, List<String> languages) {
    public AgentProfile {
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
    }

    public static AgentProfile of(String agent) {
        return new AgentProfile(agent, null, List.of(), List.of());
    }
}
