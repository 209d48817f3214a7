package io.attune.channel.web;

import io.attune.access.Sites;
import io.attune.access.Tickets;
import io.attune.access.Tickets.Chat;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way in: {@code GET /ws/v1/chat?ticket=…}. Plain Vert.x, because a socket must be able to stop reading: the
 * declarative sockets queue what comes in without limit.
 */
@ApplicationScoped
class ChatRoute {
    private static final String PATH = "/ws/v1/chat";

    private final Vertx vertx;
    private final Sites sites;
    private final Tickets tickets;
    private final Sockets sockets;
    private final ChatSocket.Rooms rooms;
    private volatile boolean stopping;

    ChatRoute(Vertx vertx, Sites sites, Tickets tickets, Sockets sockets, ChatSocket.Rooms rooms) {
        this.vertx = vertx;
        this.sites = sites;
        this.tickets = tickets;
        this.sockets = sockets;
        this.rooms = rooms;
    }

    void route(@Observes Router router) {
        router.get(PATH).handler(this::upgrade);
        sockets.startHeartbeat(vertx);
    }

    private void upgrade(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        String ticket = request.request().getParam("ticket");
        request.request().toWebSocket().onSuccess(socket -> admit(socket, origin, ticket));
    }

    private void admit(ServerWebSocket socket, @Nullable String origin, @Nullable String ticket) {
        ChatSocket.watch(socket);
        if (stopping) {
            close(socket, CloseCode.RESTART);
            return;
        }
        if (origin != null && !sites.allow(origin)) {
            close(socket, CloseCode.ORIGIN);
            return;
        }
        if (ticket == null) {
            close(socket, CloseCode.NO_TICKET);
            return;
        }
        socket.pause();
        vertx.executeBlocking(() -> tickets.takeChat(ticket), false).onComplete(taken -> {
            Optional<Chat> chat = taken.succeeded() ? taken.result() : Optional.empty();
            if (taken.failed()) {
                close(socket, CloseCode.TRY_LATER);
            } else if (chat.isEmpty()) {
                close(socket, CloseCode.NO_TICKET);
            } else if (origin != null && !allowed(chat.get().site(), origin)) {
                close(socket, CloseCode.ORIGIN);
            } else {
                new ChatSocket(socket, chat.get().caller(), rooms, sockets).start();
            }
            socket.resume();
        });
    }

    private boolean allowed(String site, String origin) {
        return sites.find(site).filter(found -> found.allows(origin)).isPresent();
    }

    private static void close(ServerWebSocket socket, CloseCode code) {
        socket.close(code.code, code.reason);
    }

    /** Before the server's port is closed, which would end the sockets as if all were said. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        sockets.closeAll();
    }
}
