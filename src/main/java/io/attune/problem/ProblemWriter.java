package io.attune.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes problem documents: as text, so that no negotiation of content types can get in the way of an error. */
@Singleton
public class ProblemWriter {
    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    public Response response(Problem problem) {
        var response = Response.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(body(problem));
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.more().get("retryAfterMs") instanceof Long ms) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, (ms + 999) / 1000));
        }
        return response.build();
    }

    /** The document as it goes out, for the places that are not REST. */
    public String body(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document that cannot be written", e);
        }
    }
}
