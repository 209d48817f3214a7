package io.attune.console;

import io.attune.conversation.Header;
import io.attune.customer.Customers;
import io.attune.diagnostics.Diagnosis;
import io.attune.diagnostics.Lines;
import io.attune.handoff.Packet;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests the customer's line again for an agent. */
@Path("/api/v1/agent/conversations/{conv}/diagnostics")
@RolesAllowed({"agent", "supervisor"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DiagnosticsResource {
    private final Lines lines;
    private final Customers customers;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Hall hall;

    DiagnosticsResource(Lines lines, Customers customers, Clock clock, Outcomes outcomes, Hall hall) {
        this.lines = lines;
        this.customers = customers;
        this.clock = clock;
        this.outcomes = outcomes;
        this.hall = hall;
    }

    /** @param running the readings that are to come are not there yet */
    record Answer(List<Packet.Measured> diagnostics, boolean running) {}

    record Pushed(String t, String conv, List<Packet.Measured> diagnostics, boolean running) {}

    @POST
    public Answer again(@PathParam("conv") String conv, Requests.@Nullable Plain body) {
        Header header = outcomes.header(conv);
        String line = customers.read(header.customer(), clock.instant()).principal();
        Diagnosis before = lines.now(line);
        var unused = lines.examineAgain(line)
                .thenAccept(
                        now -> hall.tellWatchers(conv, new Pushed("diagnostics", conv, Packet.measured(now), false)));
        return new Answer(Packet.measured(before), true);
    }
}
