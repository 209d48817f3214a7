package io.attune.problem;

import io.attune.access.Current;
import io.attune.customer.Level;
import io.attune.customer.Outcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Something to call, for the tests of errors and roles. */
@Path("/probe")
public class ProbeResource {
    private final Current current;

    ProbeResource(Current current) {
        this.current = current;
    }

    public record Part(String name, Level level) {}

    public record Body(
            String text,
            Integer number,
            Boolean flag,
            Instant at,
            LocalDate day,
            List<Part> parts,
            Outcome outcome,
            Map<String, Object> map) {}

    @POST
    @Path("body")
    public Map<String, Object> body(Body body) {
        return Map.of("ok", true);
    }

    @GET
    @Path("number")
    public Map<String, Object> number(@QueryParam("n") int n) {
        return Map.of("n", n);
    }

    @GET
    @Path("fails")
    public String fails() {
        throw new IllegalStateException("secret words of a customer");
    }

    @GET
    @Path("conflict")
    public String conflict() {
        throw new ProblemException(Problem.of(409, "Somebody was faster.").with("head", 7L));
    }

    @GET
    @Path("later")
    public CompletionStage<String> later() {
        return CompletableFuture.supplyAsync(this::conflict);
    }

    @GET
    @Path("many")
    public String many() {
        throw ProblemException.tooMany("Slow down.", java.time.Duration.ofMillis(1500));
    }

    @GET
    @Path("agent")
    @RolesAllowed("agent")
    public Map<String, String> agent() {
        return Map.of("name", current.operator().name());
    }

    @GET
    @Path("supervisor")
    @RolesAllowed("supervisor")
    public Map<String, String> supervisor() {
        return Map.of("name", current.operator().name());
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public Map<String, String> admin() {
        return Map.of("name", current.operator().name());
    }

    @GET
    @Path("integration")
    @RolesAllowed("integration")
    public Map<String, String> integration() {
        return Map.of("name", current.operator().name());
    }

    @GET
    @Path("customer")
    @RolesAllowed("customer")
    public Map<String, String> customer() {
        return Map.of(
                "customer",
                current.caller().customer(),
                "anonymous",
                current.caller().anonymous().orElse(""));
    }
}
