package io.attune.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a REST request becomes a problem document. */
@Singleton
public class ProblemMappers {
    private static final int FIRST = Priorities.USER - 1000;

    private final ProblemWriter writer;
    private final JsonFaults faults;

    ProblemMappers(ProblemWriter writer, ObjectMapper json) {
        this.writer = writer;
        this.faults = new JsonFaults(json);
    }

    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        return writer.response(e.problem());
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response badJson(MismatchedInputException e) {
        return writer.response(faults.problem(e));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response badJson(JsonProcessingException e) {
        return writer.response(faults.problem(e));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notSignedIn(UnauthorizedException e) {
        return writer.response(Problem.of(401, "Sign in first: Authorization: Bearer <token>, or Visitor <secret>."));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notRecognised(AuthenticationFailedException e) {
        return writer.response(
                Problem.of(401, "The Authorization header is not one that is valid here, or no longer."));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notAllowed(ForbiddenException e) {
        return writer.response(Problem.of(403, "This needs another role."));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response framework(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return writer.response(faults.problem(json));
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return writer.response(Unexpected.problem(e));
        }
        return writer.response(Problem.of(status, detail(status)));
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response unexpected(Throwable e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case ProblemException refused -> refused(refused);
            case RejectedExecutionException busy ->
                writer.response(
                        Problem.of(503, "Not accepted: too much is waiting, or the server is stopping. Try again.")
                                .with("retryAfterMs", 1000));
            default -> writer.response(Unexpected.problem(cause));
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This address does not answer in the type asked for.";
            case 413 -> "The request is too large.";
            case 415 -> "This address takes application/json.";
            default -> "The request was refused.";
        };
    }
}
