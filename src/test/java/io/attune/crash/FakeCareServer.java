package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * As much of {@code care.v1} as the checker needs, on one event loop, with one planted fault. Killing it drops every
 * connection and what was under way, and keeps the logs. It proves that the checker finds what it is there to find.
 */
final class FakeCareServer implements Victim {
    private static final long THINKING_MS = 4;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Bug bug;
    private final Map<String, FakeConversation> byVisitor = new HashMap<>();
    private final Map<String, String> tickets = new HashMap<>();
    private final Set<ServerWebSocket> open = new HashSet<>();
    private final HttpServer http;
    private boolean alive;
    private int lives;
    private int names;

    FakeCareServer(Bug bug) {
        this.bug = bug;
        this.http = onLoop(() -> vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("care.v1"))
                .requestHandler(this::request)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture());
        start();
    }

    @Override
    public Server server() {
        return Server.at(http.actualPort());
    }

    @Override
    public void kill() {
        onLoop(() -> {
            alive = false;
            lives++;
            tickets.clear();
            open.forEach(socket -> socket.close((short) 1001));
            open.clear();
            byVisitor.values().forEach(FakeConversation::leaveAll);
            return CompletableFuture.completedFuture(true);
        });
    }

    @Override
    public void start() {
        onLoop(() -> {
            alive = true;
            byVisitor.values().forEach(FakeConversation::comeBack);
            return CompletableFuture.completedFuture(true);
        });
    }

    private void request(HttpServerRequest request) {
        if (!alive) {
            request.connection().close();
        } else if (request.path().startsWith("/ws/")) {
            // Upgraded by hand: a framework in the same process may have switched Vert.x's own handler off for all.
            request.toWebSocket().onSuccess(this::connected);
        } else if (request.path().equals("/api/v1/tickets")) {
            request.body().onSuccess(body -> {
                String visitor = Frames.read(body.toString()).path("visitor").asText("v" + ++names);
                String ticket = "t" + ++names;
                tickets.put(ticket, visitor);
                request.response()
                        .end(Frames.object()
                                .put("ticket", ticket)
                                .put("visitor", visitor)
                                .toString());
            });
        } else {
            request.response().end(page(request).toString());
        }
    }

    private ObjectNode page(HttpServerRequest request) {
        String visitor = request.getHeader("Authorization").replace("Visitor ", "");
        FakeConversation conversation = Objects.requireNonNull(byVisitor.get(visitor));
        ObjectNode page = Frames.object().put("head", conversation.head());
        ArrayNode events = page.putArray("events");
        conversation.after(Long.parseLong(request.getParam("after"))).stream()
                .limit(Long.parseLong(request.getParam("limit")))
                .forEach(events::add);
        return page;
    }

    private void connected(ServerWebSocket socket) {
        String visitor = alive ? tickets.remove(socket.query().replace("ticket=", "")) : null;
        if (visitor == null) {
            socket.close((short) 4401);
            return;
        }
        open.add(socket);
        FakeConversation conversation =
                byVisitor.computeIfAbsent(visitor, who -> new FakeConversation("c-" + who, bug));
        socket.closeHandler(gone -> conversation.leave(socket));
        socket.textMessageHandler(text -> frame(socket, conversation, Frames.read(text)));
    }

    private void frame(ServerWebSocket socket, FakeConversation conversation, JsonNode frame) {
        if (!open.contains(socket)) {
            return;
        }
        switch (frame.path("t").asText()) {
            case "hello" -> hello(socket, conversation, frame.path("resume"));
            case "send" -> {
                ObjectNode reply = conversation.receive(frame.path("id").asText(), frame.path("content"));
                socket.writeTextMessage(reply.toString());
                int life = lives;
                vertx.setTimer(THINKING_MS, due -> {
                    if (lives == life) {
                        conversation.answer();
                    }
                });
            }
            default -> {}
        }
    }

    private void hello(ServerWebSocket socket, FakeConversation conversation, JsonNode resume) {
        boolean recovered = !resume.isMissingNode() && bug != Bug.NEVER_RECOVERS;
        ObjectNode welcome =
                Frames.frame("welcome").put("conv", conversation.id).put("epoch", "1");
        socket.writeTextMessage(welcome.put("seq", conversation.head())
                .put("recovered", recovered)
                .toString());
        long from = resume.path("seq").asLong(0) + (bug == Bug.RESUMES_TOO_LATE && recovered ? 1 : 0);
        conversation
                .after(from)
                .forEach(event ->
                        socket.writeTextMessage(conversation.shown(event).toString()));
        conversation.join(socket, event -> socket.writeTextMessage(event.toString()));
    }

    private <T> T onLoop(java.util.function.Supplier<CompletableFuture<T>> work) {
        var done = new CompletableFuture<T>();
        loop.runOnContext(now -> work.get().whenComplete((value, failed) -> {
            if (failed == null) {
                done.complete(value);
            } else {
                done.completeExceptionally(failed);
            }
        }));
        return done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        vertx.close();
    }
}
