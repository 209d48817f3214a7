package io.attune.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.aptitude.Estimates;
import io.attune.audit.Audited;
import io.attune.customer.CustomerFile;
import io.attune.customer.Customers;
import io.attune.customer.Origin;
import io.attune.message.Ids;
import io.attune.problem.ProblemException;
import io.attune.turn.SavedEstimates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/customers}: what the provider's systems know of a customer goes in here, and comes out again. */
@Path("/api/v1/customers/{id}")
public class CustomerResource {
    /** They see what may be used to help; systems see what they keep. */
    private static final Set<String> PEOPLE = Set.of(Roles.AGENT, Roles.SUPERVISOR);

    private final Customers customers;
    private final SavedEstimates estimates;
    private final ObjectMapper json;
    private final Current current;
    private final Clock clock;

    CustomerResource(Customers customers, SavedEstimates estimates, ObjectMapper json, Current current, Clock clock) {
        this.customers = customers;
        this.estimates = estimates;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** @param added how many were new; what stood there already was not added again */
    public record Imported(int added) {}

    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.ADMIN, Roles.AGENT, Roles.SUPERVISOR})
    @Audited("customer.read")
    public CustomerView get(@PathParam("id") String id) {
        return view(id);
    }

    @PUT
    @RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
    @Audited("customer.changed")
    public CustomerView put(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CustomerRequest.class))) @Nullable
                    ObjectNode body)
            throws JsonProcessingException {
        needId(id);
        if (body == null) {
            throw ProblemException.badRequest("body", "must be an object");
        }
        Origin origin = Origin.of(current.operator().username(), clock.instant());
        GivenProfile told = GivenProfile.read(json, body, origin);
        customers.change(id, told.given(), told.identities(), clock.instant());
        return view(id);
    }

    @POST
    @Path("history")
    @RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
    @Audited("history.imported")
    public Imported importHistory(@PathParam("id") String id, @Nullable List<PastQuery> entries) {
        needId(id);
        if (entries == null) {
            throw ProblemException.badRequest("body", "must be a list");
        }
        PastQuery.check(entries, clock.instant());
        return new Imported(
                customers.addHistory(id, entries.stream().map(PastQuery::entry).toList(), clock.instant()));
    }

    private CustomerView view(String id) {
        CustomerFile file =
                customers.find(id).orElseThrow(() -> ProblemException.notFound("There is no such customer."));
        Estimates now = estimates.of(
                file.estimates().stream()
                        .map(CustomerFile.Estimates::observations)
                        .toList(),
                file.settings());
        return PEOPLE.contains(current.operator().role())
                ? CustomerView.underConsents(file, now)
                : CustomerView.of(file, now);
    }

    private static void needId(String id) {
        if (!Ids.isId(id)) {
            throw ProblemException.badRequest("id", "must be 1 to 64 of A-Za-z0-9_.:-");
        }
    }
}
