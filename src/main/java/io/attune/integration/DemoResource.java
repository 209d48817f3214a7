package io.attune.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.access.Identities;
import io.attune.access.Roles;
import io.attune.diagnostics.DemoLines;
import io.attune.diagnostics.LineState;
import io.attune.diagnostics.Lines;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.problem.FieldsGiven;
import io.attune.problem.ProblemException;
import io.attune.settings.DemoMode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/demo}: sample customers, a way to be one of them, and their simulated lines. Only in demo mode. */
@Path("/api/v1/demo")
@RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
public class DemoResource {
    private final DemoMode demo;
    private final DemoLines demoLines;
    private final Lines lines;
    private final Identities identities;
    private final SampleCustomers samples;
    private final ObjectMapper json;

    DemoResource(
            DemoMode demo,
            DemoLines demoLines,
            Lines lines,
            Identities identities,
            SampleCustomers samples,
            ObjectMapper json) {
        this.demo = demo;
        this.demoLines = demoLines;
        this.lines = lines;
        this.identities = identities;
        this.samples = samples;
        this.json = json;
    }

    public record IdentityRequest(@Nullable String customer) {}

    public record Identity(String identity) {}

    /** @param story who it is, in one line */
    public record Sample(String id, String name, String story) {}

    @GET
    @Path("customers")
    @PermitAll
    public List<Sample> customers() {
        needDemo();
        return samples.all();
    }

    @POST
    @Path("identities")
    public Identity identity(@Nullable IdentityRequest request) {
        needDemo();
        String customer = request == null || request.customer() == null ? "" : request.customer();
        needId("customer", customer);
        return new Identity(identities.demo(customer));
    }

    @GET
    @Path("lines/{customer}")
    public LineState line(@PathParam("customer") String customer) {
        needDemo();
        return demoLines.find(customer).orElse(LineState.UNKNOWN);
    }

    @PUT
    @Path("lines/{customer}")
    public LineState putLine(
            @PathParam("customer") String customer,
            @RequestBody(content = @Content(schema = @Schema(implementation = LineState.class))) @Nullable
                    ObjectNode body)
            throws JsonProcessingException {
        needDemo();
        needId("customer", customer);
        var given = FieldsGiven.read(json, body, LineState.class);
        LineStateCheck.check(given.into(LineState.UNKNOWN));
        LineState after = demoLines.change(customer, given::into);
        lines.forget(customer);
        return after;
    }

    private void needDemo() {
        if (!demo.on()) {
            throw ProblemException.notFound("This is there in demo mode only.");
        }
    }

    private static void needId(String at, String id) {
        new Faults().need(Ids.isId(id), at, "must be 1 to 64 of A-Za-z0-9_.:-").refuseIfAny();
    }
}
