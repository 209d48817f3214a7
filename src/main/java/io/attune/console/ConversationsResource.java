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
import org.jspecify.annotations.Nullable;

/** The conversations that an agent may look at, by who has them. */
@Path("/api/v1/agent/conversations")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ConversationsResource {
    private final ConversationLog log;
    private final Items items;
    private final Me me;

    ConversationsResource(ConversationLog log, Items items, Me me) {
        this.log = log;
        this.items = items;
        this.me = me;
    }

    /** @param owner queue, bot, me, agent (anybody's) or closed */
    @GET
    public QueueResource.Page list(@QueryParam("owner") @DefaultValue("me") String owner) {
        return switch (owner) {
            case "me" -> page(Owner.AGENT, me.id());
            case "queue" -> page(Owner.QUEUE, null);
            case "bot" -> page(Owner.BOT, null);
            case "agent" -> page(Owner.AGENT, null);
            case "closed" -> page(Owner.CLOSED, null);
            default -> throw ProblemException.badRequest("owner", "must be one of me, queue, bot, agent, closed");
        };
    }

    private QueueResource.Page page(Owner owner, @Nullable String agent) {
        return new QueueResource.Page(items.of(log.ownedBy(owner, agent, QueueResource.MOST)));
    }
}
