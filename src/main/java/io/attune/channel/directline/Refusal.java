package io.attune.channel.directline;

import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import java.time.Duration;
import java.util.Map;

/** Refusals: a problem document, with the {@code error} member beside it that Direct Line's clients know. */
final class Refusal {
    private Refusal() {}

    /** Nobody we know: 401. A client takes it for good and does not try again. */
    static ProblemException unknown() {
        return with(401, "Unauthorized", "Send Authorization: Bearer with a secret or token of this server.");
    }

    /** 403: a client takes it for a token that has run out, and waits for a new one. */
    static ProblemException expired() {
        return with(403, "TokenExpired", "The token has expired or is not one of this server's. Ask for a new one.");
    }

    static ProblemException forbidden(String message) {
        return with(403, "ForbiddenOperation", message);
    }

    static ProblemException noConversation() {
        return with(404, "BadArgument", "There is no such conversation.");
    }

    static ProblemException bad(String at, String message) {
        return with(400, "BadArgument", at + ": " + message);
    }

    static ProblemException tooLarge(String message) {
        return with(413, "MessageSizeTooBig", message);
    }

    static ProblemException filesRefused() {
        return with(415, "BadArgument", "This chat takes text and no files; nothing was sent.");
    }

    static ProblemException conflict() {
        return with(409, "Conflict", "Another message was sent under this clientActivityID.");
    }

    static ProblemException tooMany(Duration wait) {
        String message = "Too many activities; wait and send it again.";
        return new ProblemException(
                problem(429, "TooManyRequests", message).with("retryAfterMs", Math.max(1, wait.toMillis())));
    }

    private static ProblemException with(int status, String code, String message) {
        return new ProblemException(problem(status, code, message));
    }

    private static Problem problem(int status, String code, String message) {
        return Problem.of(status, message).with("error", Map.of("code", code, "message", message));
    }
}
