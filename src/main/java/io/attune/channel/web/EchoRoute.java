package io.attune.channel.web;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /bench/echo}: a socket without the product behind it, to measure the product against. Off but for the bench. */
@ApplicationScoped
class EchoRoute {
    void route(@Observes Router router, WebConfig config) {
        if (config.echo()) {
            router.get("/bench/echo")
                    .handler(request -> request.request().toWebSocket().onSuccess(EchoRoute::echo));
        }
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
    }
}
