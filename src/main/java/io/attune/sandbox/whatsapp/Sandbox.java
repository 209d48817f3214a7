package io.attune.sandbox.whatsapp;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The sandbox as a server of its own, on this machine alone: the Cloud API for the server, a phone for you. */
public final class Sandbox implements AutoCloseable {
    private static final long LARGEST = 20_000_000;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html";
    private static final Map<String, String> PAGE = Map.of(
            "/", "sandbox/whatsapp/index.html",
            "/phone.css", "sandbox/whatsapp/phone.css",
            "/phone.js", "META-INF/resources/phone.js",
            "/icon.svg", "META-INF/resources/icon.svg");

    private final Vertx vertx;
    private final Webhooks webhooks;
    private final HttpServer server;

    private Sandbox(Vertx vertx, Webhooks webhooks, HttpServer server) {
        this.vertx = vertx;
        this.webhooks = webhooks;
        this.server = server;
    }

    /** Starts it; fails when the port is taken. */
    public static Sandbox start(Settings settings, Clock clock) {
        Vertx vertx = Vertx.vertx();
        var phone = new Phone(clock);
        var webhooks = new Webhooks(settings, phone);
        var statuses = new Statuses(vertx, settings, phone, webhooks, clock);
        var shelf = new Shelf();
        Router router = Router.router(vertx);
        router.route().handler(Sandbox::fromHere);
        router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST));
        PAGE.forEach((path, resource) -> router.get(path).handler(request -> page(request, resource)));
        new PhoneApi(vertx, phone, webhooks, statuses, shelf, clock).route(router);
        new CloudApi(settings, phone, statuses, shelf, clock).route(router);
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(settings.port()))
                .requestHandler(router);
        try {
            server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (RuntimeException e) {
            webhooks.close();
            vertx.close();
            throw new IllegalStateException("port " + settings.port() + " is taken, or may not be opened", e);
        }
        return new Sandbox(vertx, webhooks, server);
    }

    /** A page of somebody else's must not press the buttons. */
    private static void fromHere(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        String host = "http://" + request.request().authority();
        if (origin != null && !origin.equals(host)) {
            request.response().setStatusCode(403).end();
        } else {
            request.next();
        }
    }

    private static void page(RoutingContext request, String resource) {
        try (InputStream file = Sandbox.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                request.response().setStatusCode(404).end();
                return;
            }
            String type = resource.endsWith("html")
                    ? "text/html"
                    : resource.endsWith("css")
                            ? "text/css"
                            : resource.endsWith("svg") ? "image/svg+xml" : "text/javascript";
            request.response()
                    .putHeader("Content-Type", type + "; charset=utf-8")
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(io.vertx.core.buffer.Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        webhooks.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
