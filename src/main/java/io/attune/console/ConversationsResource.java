package io.attune.console;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The conversations that an agent may look at, by who has them. */
@Path("/api/v1/agent/conversations")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ConversationsResource {
    private final Lists lists;
    private final Me me;

    ConversationsResource(Lists lists, Me me) {
        this.lists = lists;
        this.me = me;
    }

    /** @param owner me, queue, bot, agent (anybody's), closed, wrap_up (mine) or callbacks */
    @GET
    public QueueResource.Page list(@QueryParam("owner") @DefaultValue("me") String owner) {
        return lists.page(owner, me.id());
    }
}
