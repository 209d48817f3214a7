package io.attune.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Lets a site's pages call the API from their own origin: the widget on the provider's website asks here for its ticket.
 * No cookies are used, so no credentials are allowed across.
 */
@ApplicationScoped
class CrossOrigin {
    /** What pages of a site call: Attune's own API, and the protocols of clients that others wrote. */
    private static final List<String> FOR_PAGES =
            List.of("/api/v1/", "/v3/directline/", "/webhooks/rest", "/chat/deepchat");

    private static final int BEFORE_EVERYTHING = 400;

    private final Sites sites;

    CrossOrigin(Sites sites) {
        this.sites = sites;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_EVERYTHING);
    }

    private static boolean isForPages(String path) {
        return FOR_PAGES.stream().anyMatch(path::startsWith);
    }

    private void filter(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !isForPages(context.normalizedPath()) || !sites.allow(origin)) {
            context.next();
            return;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After, Idempotent-Replayed");
        boolean asksFirst = context.request().method().equals(HttpMethod.OPTIONS)
                && context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (!asksFirst) {
            context.next();
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE");
        headers.set(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-MS-Bot-Agent, X-Requested-With");
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        context.response().setStatusCode(204).end();
    }
}
