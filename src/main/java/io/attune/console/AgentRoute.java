package io.attune.console;

import io.attune.access.Operators;
import io.attune.access.Sites;
import io.attune.access.Tickets;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agents' socket: {@code GET /ws/v1/agent?ticket=…}, subprotocol {@code agent.v1}. */
@ApplicationScoped
class AgentRoute {
    private static final String PATH = "/ws/v1/agent";
    private static final short RESTART = 1001;
    private static final short NO_TICKET = 4401;
    private static final short FORBIDDEN = 4403;

    private final Vertx vertx;
    private final Sites sites;
    private final Tickets tickets;
    private final Operators operators;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final Hall hall;
    private final Pulse pulse;

    AgentRoute(
            Vertx vertx,
            Sites sites,
            Tickets tickets,
            Operators operators,
            ConversationLog log,
            LiveFeed feed,
            Hall hall,
            Pulse pulse) {
        this.vertx = vertx;
        this.sites = sites;
        this.tickets = tickets;
        this.operators = operators;
        this.log = log;
        this.feed = feed;
        this.hall = hall;
        this.pulse = pulse;
    }

    void route(@Observes Router router) {
        router.get(PATH).handler(this::upgrade);
    }

    private void upgrade(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        String ticket = request.request().getParam("ticket");
        request.request().toWebSocket().onSuccess(socket -> admit(socket, origin, ticket));
    }

    private void admit(ServerWebSocket socket, @Nullable String origin, @Nullable String ticket) {
        if (origin != null && !sites.allow(origin)) {
            socket.close(FORBIDDEN, "origin");
            return;
        }
        socket.pause();
        vertx.executeBlocking(() -> holder(ticket), false).onComplete(taken -> {
            if (taken.succeeded() && taken.result().isPresent()) {
                enter(new AgentSocket(socket, taken.result().get(), log, feed, hall), socket);
            } else {
                socket.close(NO_TICKET, "no_ticket");
            }
            socket.resume();
        });
    }

    /** Who holds the ticket, if they may still come in. */
    private Optional<Operators.Operator> holder(@Nullable String ticket) {
        return ticket == null
                ? Optional.empty()
                : tickets.takeDesk(ticket).flatMap(desk -> operators.find(desk.user()));
    }

    private void enter(AgentSocket agent, ServerWebSocket socket) {
        hall.enter(agent);
        socket.closeHandler(nothing -> {
            hall.leave(agent);
            agent.closed();
        });
        agent.start();
        pulse.entered(agent);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        hall.all().forEach(socket -> socket.close(RESTART, "restart"));
    }
}
