package io.attune.channel.web;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A bare echo over the same sockets, to measure turns against. In the profile {@code bench} alone. */
@ApplicationScoped
class EchoRoute {
    void route(@Observes Router router) {
        if (ConfigUtils.isProfileActive("bench")) {
            router.get("/bench/echo")
                    .handler(request -> request.request()
                            .toWebSocket()
                            .onSuccess(socket -> socket.textMessageHandler(socket::writeTextMessage)));
        }
    }
}
