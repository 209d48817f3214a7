package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Tickets;
import io.attune.handoff.AgentProfile;
import io.attune.handoff.Agents;
import io.attune.handoff.Agents.Taken;
import io.attune.handoff.Presence;
import io.attune.handoff.PresenceState;
import io.attune.handoff.Staff;
import io.attune.handoff.Watch;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's own presence, and the ticket for their socket. */
@Path("/api/v1/agent")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class PresenceResource {
    private final Agents agents;
    private final Staff staff;
    private final Tickets tickets;
    private final Watch watch;
    private final Me me;

    PresenceResource(Agents agents, Staff staff, Tickets tickets, Watch watch, Me me) {
        this.agents = agents;
        this.staff = staff;
        this.tickets = tickets;
        this.watch = watch;
        this.me = me;
    }

    record Ticket(String ticket, long expiresInMs) {}

    record Empty() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String agent, PresenceState state, int capacity, Instant changedAt, int missed, int serving, int wrapUp) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Myself(
            String user,
            String name,
            String role,
            @Nullable String team,
            List<String> skills,
            List<String> languages) {}

    @GET
    @Path("presence")
    public View get() {
        return view(agents.get(me.id()));
    }

    @PUT
    @Path("presence")
    public View put(Requests.SetPresence body) {
        Check.presence(body);
        Presence now = agents.set(me.id(), java.util.Objects.requireNonNull(body.state()), body.capacity());
        watch.nudge();
        return view(now);
    }

    private View view(Presence presence) {
        Taken taken = agents.taken().getOrDefault(presence.agent(), Taken.NOTHING);
        return new View(
                presence.agent(),
                presence.state(),
                presence.capacity(),
                presence.changedAt(),
                presence.missed(),
                taken.serving(),
                taken.wrappingUp());
    }

    @POST
    @Path("tickets")
    public Ticket ticket(Empty body) {
        return new Ticket(tickets.forDesk(new Tickets.Desk(me.id(), me.role())), Tickets.LIFE.toMillis());
    }

    /** Who I am, for a page that was loaded again. */
    @GET
    @Path("me")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Myself me() {
        AgentProfile profile = staff.profile(me.id());
        return new Myself(
                me.id(),
                String.valueOf(me.sender().name()),
                me.role(),
                profile.team(),
                profile.skills(),
                profile.languages());
    }
}
