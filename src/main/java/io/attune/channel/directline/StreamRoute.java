package io.attune.channel.directline;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** The streams' way in: the {@code streamUrl} that a client was given. */
@ApplicationScoped
class StreamRoute {
    private static final short REFUSED = 1008;
    private static final short RESTART = 1001;

    private final Vertx vertx;
    private final Gate gate;
    private final Addresses addresses;
    private final Streams streams;
    private final Stream.Rooms rooms;
    private volatile boolean stopping;

    StreamRoute(Vertx vertx, Gate gate, Addresses addresses, Streams streams, Stream.Rooms rooms) {
        this.vertx = vertx;
        this.gate = gate;
        this.addresses = addresses;
        this.streams = streams;
        this.rooms = rooms;
    }

    static String path(String conv) {
        return "/v3/directline/conversations/" + conv + "/stream";
    }

    void route(@Observes Router router) {
        router.get(path(":conv")).handler(this::upgrade);
        streams.startHeartbeat(vertx);
    }

    private void upgrade(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        String token = request.request().getParam("t");
        String conv = request.pathParam("conv");
        String watermark = request.request().getParam("watermark");
        request.request().toWebSocket().onSuccess(socket -> admit(socket, conv, watermark, token, origin));
    }

    private void admit(
            ServerWebSocket socket,
            String conv,
            @Nullable String watermark,
            @Nullable String token,
            @Nullable String origin) {
        if (stopping) {
            socket.close(RESTART, "restart");
            return;
        }
        boolean admitted = token != null
                && addresses
                        .take(token)
                        .filter(grant -> grant.conv().equals(conv))
                        .filter(grant -> origin == null || gate.allowed(grant, origin))
                        .isPresent();
        if (admitted) {
            new Stream(socket, conv, rooms).start(after(watermark));
        } else {
            socket.close(REFUSED, "this address was used, is too old or is not one of this server's");
        }
    }

    /** The server wrote it; whoever changes it gets the conversation from its start. */
    private static long after(@Nullable String watermark) {
        try {
            return watermark == null ? 0 : Math.max(0, Long.parseLong(watermark));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Before the server's port is closed: clients come back by themselves, to the next one. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        streams.closeAll();
    }
}
