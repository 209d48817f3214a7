package io.attune.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/sessions}: operators sign in and out. */
@Path("/api/v1/sessions")
@Blocking
public class SessionResource {
    private final Operators operators;
    private final Tickets tickets;
    private final SignInWays ways;

    SessionResource(Operators operators, Tickets tickets, SignInWays ways) {
        this.operators = operators;
        this.tickets = tickets;
        this.ways = ways;
    }

    public record Request(@Nullable String user, @Nullable String password) {}

    public record Exchange(@Nullable String code) {}

    public record Answer(String token, String role, long expiresInMs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ways(boolean password, SignInWays.@Nullable Way oidc) {}

    @POST
    public Answer signIn(@Nullable Request request, HttpServerRequest http) {
        var asked = request == null ? new Request(null, null) : request;
        new Faults()
                .need(asked.user() != null, "user", "is required")
                .need(asked.password() != null, "password", "is required")
                .refuseIfAny();
        if (!ways.passwords()) {
            throw ProblemException.forbidden("Passwords are not taken here: sign in with " + ways.name() + ".");
        }
        return switch (operators.signIn(
                String.valueOf(asked.user()), String.valueOf(asked.password()), address(http))) {
            case SignIn.Done done -> answer(done);
            case SignIn.Wrong wrong -> throw ProblemException.unauthorized("User name or password is wrong.");
            case SignIn.TooMany many ->
                throw ProblemException.tooMany("Too many failed sign-ins. Try again later.", many.retryAfter());
        };
    }

    private static String address(HttpServerRequest http) {
        return http.remoteAddress() == null
                ? ""
                : String.valueOf(http.remoteAddress().hostAddress());
    }

    private static Answer answer(SignIn.Done done) {
        return new Answer(done.token(), done.role(), done.life().toMillis());
    }

    /** How one can sign in here. */
    @GET
    @Path("ways")
    public Ways ways() {
        return new Ways(ways.passwords(), ways.other());
    }

    /** The session for somebody who has come back from the identity server. */
    @POST
    @Path("exchange")
    public Answer exchange(@Nullable Exchange request) {
        String code = request == null ? null : request.code();
        new Faults().need(code != null, "code", "is required").refuseIfAny();
        return tickets.takeSession(String.valueOf(code))
                .flatMap(operators::find)
                .map(operators::open)
                .map(SessionResource::answer)
                .orElseThrow(() -> ProblemException.unauthorized("This code is unknown, used or too old."));
    }

    /** Signs out: the token is void at once. */
    @DELETE
    @RolesAllowed({"agent", "supervisor", "admin", "integration"})
    public void signOut(@HeaderParam("Authorization") String authorization) {
        PresentedSecret presented = AuthorizationHeader.read(authorization);
        if (presented != null) {
            operators.signOut(presented.secret());
        }
    }
}
