package io.attune.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457). The type is {@code about:blank}: the status says it all, and what a program needs beyond
 * it stands in members of its own.
 *
 * @param detail what happened and what to do, in English, without anything the customer wrote
 * @param errors each thing that is wrong with the request, where it is about the request
 * @param more members of this problem alone, such as {@code retryAfterMs}
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonAnyGetter Map<String, Object> more) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, List.of(), Map.of());
    }

    /** A request that cannot be understood: 400, with everything that is wrong. */
    public static Problem badRequest(List<Fault> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().at() + ": " + errors.getFirst().detail()
                : errors.size() + " things are wrong with the request";
        return new Problem("about:blank", title(400), 400, detail, errors, Map.of());
    }

    /** A request that is understood and cannot be done: 422, with everything that stands against it. */
    public static Problem unprocessable(String detail, List<Fault> errors) {
        return new Problem("about:blank", title(422), 422, detail, errors, Map.of());
    }

    public Problem with(String member, Object value) {
        var all = new java.util.HashMap<>(more);
        all.put(member, value);
        return new Problem(type, title, status, detail, errors, all);
    }

    private static String title(int status) {
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            default -> {
                Response.Status known = Response.Status.fromStatusCode(status);
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }
}
