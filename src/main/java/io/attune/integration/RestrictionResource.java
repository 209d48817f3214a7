package io.attune.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.customer.Customers;
import io.attune.customer.Restriction;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Restricts the processing of what is kept of a customer (GDPR art. 18), and ends that. */
@Path("/api/v1/customers/{id}/restriction")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
public class RestrictionResource {
    private final Customers customers;
    private final Current current;
    private final Clock clock;

    RestrictionResource(Customers customers, Current current, Clock clock) {
        this.customers = customers;
        this.current = current;
        this.clock = clock;
    }

    /** @param reason why; not needed to end it */
    public record Wish(
            @Nullable Boolean restricted, @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            String customer, boolean restricted, @Nullable Restriction restriction) {}

    /** Setting it again gives a new reason and keeps the time since which it stands. */
    @PUT
    @Audited("restriction.changed")
    public Standing change(@PathParam("id") String id, @Nullable Wish body) {
        Wish wish = body == null ? new Wish(null, null) : body;
        String reason = wish.reason() == null ? "" : wish.reason().strip();
        boolean restricted = Boolean.TRUE.equals(wish.restricted());
        new Faults()
                .need(Ids.isId(id), "id", "must be 1 to 64 of A-Za-z0-9_.:-")
                .need(wish.restricted() != null, "restricted", "missing: true or false")
                .need(!restricted || !reason.isEmpty(), "reason", "missing: say why, for whoever reads it later")
                .need(
                        reason.length() <= Restriction.LONGEST_REASON,
                        "reason",
                        "must have at most " + Restriction.LONGEST_REASON + " characters")
                .refuseIfAny();
        var file = customers.find(id).orElseThrow(() -> ProblemException.notFound("There is no such customer."));
        Instant now = clock.instant();
        if (!restricted) {
            file.ids().forEach(one -> customers.restrict(one, null, now));
            return new Standing(id, false, null);
        }
        Restriction before = file.restriction();
        var restriction = new Restriction(
                before == null ? now : before.since(),
                reason,
                current.operator().username());
        customers.restrict(id, restriction, now);
        return new Standing(id, true, restriction);
    }
}
