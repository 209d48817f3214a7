package io.attune.console;

import io.attune.access.Tickets;
import io.attune.handoff.Agents;
import io.attune.handoff.Presence;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** An agent's own presence, and the ticket for their socket. */
@Path("/api/v1/agent")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class PresenceResource {
    private static final int MOST = 200;

    private final Agents agents;
    private final Tickets tickets;
    private final Me me;

    PresenceResource(Agents agents, Tickets tickets, Me me) {
        this.agents = agents;
        this.tickets = tickets;
        this.me = me;
    }

    record Ticket(String ticket, long expiresInMs) {}

    record Empty() {}

    @GET
    @Path("presence")
    public Presence get() {
        return agents.get(me.id());
    }

    @PUT
    @Path("presence")
    public Presence put(Requests.SetPresence body) {
        if (body.state() == null) {
            throw ProblemException.badRequest("state", "must be one of online, busy, away, offline");
        }
        Integer capacity = body.capacity();
        if (capacity != null && (capacity < 1 || capacity > MOST)) {
            throw ProblemException.badRequest("capacity", "must be 1 to " + MOST);
        }
        return agents.set(me.id(), body.state(), capacity);
    }

    @POST
    @Path("tickets")
    public Ticket ticket(Empty body) {
        return new Ticket(tickets.forDesk(new Tickets.Desk(me.id(), me.role())), Tickets.LIFE.toMillis());
    }

    /** Who I am, for a page that was loaded again. */
    @GET
    @Path("me")
    public Map<String, String> me() {
        return Map.of("user", me.id(), "role", me.role());
    }
}
