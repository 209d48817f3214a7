package io.attune.access;

import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/tickets}: a way into the chat. */
@Path("/api/v1/tickets")
public class TicketResource {
    private final Sites sites;
    private final Identities identities;
    private final Visitors visitors;
    private final Tickets tickets;
    private final Event<NamedDevice> named;

    TicketResource(Sites sites, Identities identities, Visitors visitors, Tickets tickets, Event<NamedDevice> named) {
        this.sites = sites;
        this.identities = identities;
        this.visitors = visitors;
        this.tickets = tickets;
        this.named = named;
    }

    /**
     * @param visitor this device's secret, if it has one
     * @param identity a JWT signed with the site's key, if the user is signed in
     */
    public record Request(
            @Nullable String site,
            @Nullable String visitor,
            @Nullable String identity) {}

    /** @param visitor this device's secret: to be kept, and shown next time */
    public record Answer(String ticket, String visitor, long expiresInMs) {}

    @POST
    public Answer ticket(@Nullable Request request, @HeaderParam("Origin") @Nullable String origin) {
        Site site = site(request);
        if (origin != null && !site.allows(origin)) {
            throw ProblemException.forbidden("This origin is not one of the site's.");
        }
        String customer = request == null || request.identity() == null ? null : customer(site, request.identity());
        var visit = visitors.enter(site, request == null ? null : request.visitor(), customer);
        visit.caller()
                .anonymous()
                .ifPresent(before ->
                        named.fire(new NamedDevice(before, visit.caller().customer())));
        return new Answer(tickets.forChat(site, visit.caller()), visit.secret(), Tickets.LIFE.toMillis());
    }

    private Site site(@Nullable Request request) {
        var faults = new Faults();
        if (request == null || request.site() == null) {
            faults.add("site", "is required");
        }
        faults.refuseIfAny();
        String name = request == null || request.site() == null ? "" : request.site();
        return sites.find(name).orElseThrow(() -> ProblemException.badRequest("site", "there is no such site"));
    }

    private String customer(Site site, String identity) {
        try {
            return identities.verify(site, identity);
        } catch (BadIdentity e) {
            throw ProblemException.unauthorized("identity: " + e.getMessage());
        }
    }
}
