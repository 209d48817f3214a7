package io.attune.access;

import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/sessions}: operators sign in. */
@Path("/api/v1/sessions")
public class SessionResource {
    private final Operators operators;

    SessionResource(Operators operators) {
        this.operators = operators;
    }

    public record Request(@Nullable String user, @Nullable String password) {}

    public record Answer(String token, String role, long expiresInMs) {}

    @POST
    public Answer signIn(@Nullable Request request, HttpServerRequest http) {
        var asked = request == null ? new Request(null, null) : request;
        new Faults()
                .need(asked.user() != null, "user", "is required")
                .need(asked.password() != null, "password", "is required")
                .refuseIfAny();
        String address =
                http.remoteAddress() == null ? "" : http.remoteAddress().hostAddress();
        return switch (operators.signIn(
                String.valueOf(asked.user()), String.valueOf(asked.password()), String.valueOf(address))) {
            case SignIn.Done done ->
                new Answer(done.token(), done.role(), done.life().toMillis());
            case SignIn.Wrong wrong -> throw ProblemException.unauthorized("User name or password is wrong.");
            case SignIn.TooMany many ->
                throw ProblemException.tooMany("Too many failed sign-ins. Try again later.", many.retryAfter());
        };
    }
}
