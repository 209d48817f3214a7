package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Operators;
import io.attune.handoff.Catalogue;
import io.attune.handoff.PresenceState;
import io.attune.handoff.Staff;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom an agent can pass a conversation on to. */
@Path("/api/v1/agent/targets")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TargetsResource {
    private final Staff staff;
    private final Operators operators;
    private final Catalogue catalogue;

    TargetsResource(Staff staff, Operators operators, Catalogue catalogue) {
        this.staff = staff;
        this.operators = operators;
        this.catalogue = catalogue;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            String id,
            String name,
            PresenceState state,
            @Nullable String team,
            List<String> skills,
            List<String> languages,
            int capacity,
            int free,
            boolean connected) {}

    record Named(String id, String name) {}

    record View(List<Agent> agents, List<String> teams, List<Named> skills) {}

    @GET
    public View targets() {
        return new View(
                staff.all().stream().flatMap(this::agent).toList(),
                staff.teams(),
                catalogue.skills().stream()
                        .map(skill -> new Named(skill.id(), skill.name()))
                        .toList());
    }

    private Stream<Agent> agent(Staff.Member member) {
        return operators
                .find(member.id())
                .filter(operators::serves)
                .map(operator -> new Agent(
                        member.id(),
                        operator.name(),
                        member.state(),
                        member.team(),
                        member.profile().skills(),
                        member.profile().languages(),
                        member.capacity(),
                        member.free(),
                        member.connected()))
                .stream();
    }
}
