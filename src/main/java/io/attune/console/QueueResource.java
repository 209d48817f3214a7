package io.attune.console;

import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue, and the other conversations that an agent may look at. */
@Path("/api/v1")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class QueueResource {
    static final int MOST = 500;

    private final ConversationLog log;
    private final Items items;
    private final Me me;

    QueueResource(ConversationLog log, Items items, Me me) {
        this.log = log;
        this.items = items;
        this.me = me;
    }

    record Page(List<Items.Item> items) {}

    /** Who waits, in the order in which they are served. */
    @GET
    @Path("queue")
    public Page queue() {
        return page(Owner.QUEUE, null);
    }

    /** @param owner queue, bot, me, agent (anybody's) or closed */
    @GET
    @Path("agent/conversations")
    public Page conversations(@QueryParam("owner") @DefaultValue("me") String owner) {
        return switch (owner) {
            case "me" -> page(Owner.AGENT, me.id());
            case "queue" -> page(Owner.QUEUE, null);
            case "bot" -> page(Owner.BOT, null);
            case "agent" -> page(Owner.AGENT, null);
            case "closed" -> page(Owner.CLOSED, null);
            default -> throw ProblemException.badRequest("owner", "must be one of me, queue, bot, agent, closed");
        };
    }

    private Page page(Owner owner, @Nullable String agent) {
        return new Page(items.of(log.ownedBy(owner, agent, MOST)));
    }
}
