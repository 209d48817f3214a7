package io.attune.console;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** The addresses of the pages without a slash at the end, as people type them; the files themselves are static. */
final class Pages {
    void serve(@Observes Router router) {
        router.get("/console").handler(request -> request.reroute("/console/index.html"));
        router.get("/docs").handler(request -> request.reroute("/docs/index.html"));
    }
}
