package io.attune.channel.deepchat;

import io.attune.access.Sites;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code GET /chat/deepchat} as a WebSocket: the one of Deep Chat's ways on which an agent's words arrive by themselves. */
@ApplicationScoped
class DeepChatRoute {
    private static final short RESTART = 1001;
    private static final short REFUSED = 1008;

    private final Sites sites;
    private final DeepChatSocket.Rooms rooms;
    private final Set<DeepChatSocket> sockets = ConcurrentHashMap.newKeySet();

    DeepChatRoute(Sites sites, DeepChatSocket.Rooms rooms) {
        this.sites = sites;
        this.rooms = rooms;
    }

    void route(@Observes Router router) {
        router.get("/chat/deepchat").handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        var request = context.request();
        String origin = request.getHeader("Origin");
        Cookie cookie = request.getCookie(Guest.COOKIE);
        String host = request.authority() == null ? null : request.authority().toString();
        var shown = new Guest.Shown(origin, host, null, cookie == null ? null : cookie.getValue());
        request.toWebSocket().onSuccess(socket -> admit(socket, shown));
    }

    private void admit(ServerWebSocket socket, Guest.Shown shown) {
        String origin = shown.origin();
        if (origin != null && !sites.allow(origin)) {
            socket.close(REFUSED, "origin");
            return;
        }
        var chat = new DeepChatSocket(socket, shown, rooms);
        sockets.add(chat);
        socket.closeHandler(nothing -> {
            sockets.remove(chat);
            chat.closed();
        });
        chat.start();
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        sockets.forEach(socket -> socket.close(RESTART, "restart"));
    }
}
