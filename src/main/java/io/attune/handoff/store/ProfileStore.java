package io.attune.handoff.store;

import io.attune.database.Database;
import io.attune.handoff.AgentProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What agents can do. */
@Singleton
public class ProfileStore {
    private static final String COMMA = ",";

    private final Database database;

    ProfileStore(Database database) {
        this.database = database;
    }

    public AgentProfile find(String agent) {
        return all().getOrDefault(agent, AgentProfile.of(agent));
    }

    public Map<String, AgentProfile> all() {
        return database
                .jdbi()
                .withHandle(h -> h.createQuery("select agent, team, skills, languages from agent_profile")
                        .map((row, context) -> new AgentProfile(
                                row.getString(1), row.getString(2), list(row.getString(3)), list(row.getString(4))))
                        .list())
                .stream()
                .collect(Collectors.toMap(AgentProfile::agent, Function.identity()));
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(COMMA)).filter(id -> !id.isEmpty()).toList();
    }

    public void put(AgentProfile profile) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from agent_profile where agent = ?", profile.agent());
            h.execute(
                    "insert into agent_profile (agent, team, skills, languages) values (?, ?, ?, ?)",
                    profile.agent(),
                    profile.team(),
                    String.join(COMMA, profile.skills()),
                    String.join(COMMA, profile.languages()));
        });
    }
}
