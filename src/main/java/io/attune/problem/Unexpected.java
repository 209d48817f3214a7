package io.attune.problem;

import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A defect met while serving a request: logged under an id, and the caller is told the id alone. Messages of exceptions
 * are left out of the log, for a database or a parser likes to repeat the values in them.
 */
final class Unexpected {
    private static final Logger LOG = Logger.getLogger("io.attune.problem");

    private Unexpected() {}

    static Problem problem(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf("request failed, id %s%n%s", id, stack(e));
        return Problem.of(500, "Something failed on our side. Its id is in the log.")
                .with("id", id);
    }

    static String stack(Throwable e) {
        var text = new StringBuilder();
        int depth = 0;
        for (Throwable t = e; t != null && depth < 8; t = t.getCause(), depth++) {
            text.append(depth == 0 ? "" : "caused by ").append(t.getClass().getName());
            int lines = 0;
            for (StackTraceElement frame : t.getStackTrace()) {
                if (lines++ == 24) {
                    text.append("\n\t…");
                    break;
                }
                text.append("\n\tat ").append(frame);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
