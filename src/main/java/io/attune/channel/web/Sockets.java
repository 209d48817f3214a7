package io.attune.channel.web;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of this node that have said hello. */
@ApplicationScoped
class Sockets {
    private final WebConfig config;
    private final Map<String, Deque<ChatSocket>> byCustomer = new ConcurrentHashMap<>();

    Sockets(WebConfig config) {
        this.config = config;
    }

    /** Several tabs are fine; one too many replaces the oldest. */
    void add(String customer, ChatSocket socket) {
        byCustomer.compute(customer, (id, sockets) -> {
            Deque<ChatSocket> all = sockets == null ? new ArrayDeque<>(1) : sockets;
            all.addLast(socket);
            if (all.size() > config.socketsPerCustomer()) {
                all.removeFirst().close(CloseCode.REPLACED);
            }
            return all;
        });
    }

    void remove(String customer, ChatSocket socket) {
        byCustomer.computeIfPresent(customer, (id, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    void startHeartbeat(Vertx vertx) {
        vertx.setPeriodic(
                config.heartbeat().toMillis(),
                timer -> byCustomer.values().forEach(sockets -> new ArrayDeque<>(sockets).forEach(ChatSocket::beat)));
    }

    void closeAll() {
        byCustomer
                .values()
                .forEach(sockets -> new ArrayDeque<>(sockets).forEach(socket -> {
                    socket.send(new ServerFrame.Bye("restart", 1_000L));
                    socket.close(CloseCode.RESTART);
                }));
    }
}
