package io.attune.handoff;

import io.attune.handoff.Agents.Taken;
import io.attune.handoff.store.ProfileStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The agents: what they can do, whether they are there, and what they have. */
@Singleton
public class Staff {
    private final ProfileStore profiles;
    private final Agents agents;

    Staff(ProfileStore profiles, Agents agents) {
        this.profiles = profiles;
        this.agents = agents;
    }

    /**
     * An agent now.
     *
     * @param since when their state was set
     * @param connected whether their socket gives signs
     */
    public record Member(
            String id,
            PresenceState state,
            Instant since,
            boolean connected,
            int capacity,
            int missed,
            Taken taken,
            AgentProfile profile) {
        /** Places that are free, whether or not anything may ring there. */
        public int free() {
            return Math.max(0, capacity - taken.all());
        }

        public @Nullable String team() {
            return profile.team();
        }
    }

    /** Who has ever sat down, by name. */
    public List<Member> all() {
        Map<String, Taken> taken = agents.taken();
        Map<String, AgentProfile> known = profiles.all();
        return agents.all().stream()
                .map(presence -> new Member(
                        presence.agent(),
                        presence.state(),
                        presence.changedAt(),
                        agents.isConnected(presence),
                        presence.capacity(),
                        presence.missed(),
                        taken.getOrDefault(presence.agent(), Taken.NOTHING),
                        known.getOrDefault(presence.agent(), AgentProfile.of(presence.agent()))))
                .toList();
    }

    public AgentProfile profile(String agent) {
        return profiles.find(agent);
    }

    public Map<String, AgentProfile> profiles() {
        return profiles.all().values().stream().collect(Collectors.toMap(AgentProfile::agent, Function.identity()));
    }

    public void put(AgentProfile profile) {
        profiles.put(profile);
    }

    /** The agent is no longer one: nothing rings there, and their conversations go back to the queue after a while. */
    public void disable(String agent) {
        if (agents.all().stream().anyMatch(presence -> presence.agent().equals(agent))) {
            agents.seen(agent);
            agents.set(agent, PresenceState.OFFLINE, null);
        }
    }

    public List<String> teams() {
        return profiles.all().values().stream()
                .map(AgentProfile::team)
                .filter(team -> team != null && !team.isBlank())
                .map(String::valueOf)
                .distinct()
                .sorted()
                .toList();
    }
}
