package io.attune.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** The addresses of the pages without a slash at the end, as people type them; the files themselves are static. */
final class Pages {
    void serve(@Observes Router router) {
        serve(router, "/console");
        serve(router, "/docs");
    }

    private static void serve(Router router, String address) {
        router.route(address)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> request.reroute(address + "/index.html"));
    }
}
