package io.attune.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.access.Sites;
import io.attune.access.Tickets;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The agents' socket: {@code GET /ws/v1/agent?ticket=…}, subprotocol {@code agent.v1}. */
@ApplicationScoped
class AgentRoute {
    private static final String PATH = "/ws/v1/agent";
    private static final short RESTART = 1001;
    private static final short NO_TICKET = 4401;
    private static final short ORIGIN = 4403;
    /** Changes of the queue that come within this are told together. */
    private static final long GATHER_MS = 100;

    private final Vertx vertx;
    private final Sites sites;
    private final Tickets tickets;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final Items items;
    private final ObjectMapper json;
    private final Set<AgentSocket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();

    AgentRoute(
            Vertx vertx,
            Sites sites,
            Tickets tickets,
            ConversationLog log,
            LiveFeed feed,
            Items items,
            ObjectMapper json) {
        this.vertx = vertx;
        this.sites = sites;
        this.tickets = tickets;
        this.log = log;
        this.feed = feed;
        this.items = items;
        this.json = json;
    }

    void route(@Observes Router router) {
        router.get(PATH).handler(this::upgrade);
        feed.listenToAllNodes(commit -> {
            if (QueueChange.by(commit) && !sockets.isEmpty() && telling.compareAndSet(false, true)) {
                vertx.setTimer(GATHER_MS, timer -> tellQueue());
            }
        });
    }

    private void upgrade(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        String ticket = request.request().getParam("ticket");
        request.request().toWebSocket().onSuccess(socket -> admit(socket, origin, ticket));
    }

    private void admit(ServerWebSocket socket, @Nullable String origin, @Nullable String ticket) {
        if (origin != null && !sites.allow(origin)) {
            socket.close(ORIGIN, "origin");
            return;
        }
        socket.pause();
        vertx.executeBlocking(() -> ticket != null && tickets.takeDesk(ticket).isPresent(), false)
                .onComplete(taken -> {
                    if (taken.succeeded() && taken.result()) {
                        AgentSocket agent = new AgentSocket(socket, log, feed, this::write);
                        sockets.add(agent);
                        socket.closeHandler(nothing -> {
                            sockets.remove(agent);
                            agent.closed();
                        });
                        agent.start();
                        tellQueue();
                    } else {
                        socket.close(NO_TICKET, "no_ticket");
                    }
                    socket.resume();
                });
    }

    /** The whole list, to everybody: short, and nobody can be out of step with it. */
    private void tellQueue() {
        telling.set(false);
        vertx.executeBlocking(
                        () -> write(new AgentSocket.Queue(
                                "queue", items.of(log.ownedBy(Owner.QUEUE, null, QueueResource.MOST)))),
                        false)
                .onSuccess(text -> sockets.forEach(socket -> socket.write(text)));
    }

    private String write(Object frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + frame.getClass().getSimpleName(), e);
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        sockets.forEach(socket -> socket.close(RESTART, "restart"));
    }
}
