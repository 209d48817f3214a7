package io.attune.console;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who waits, in the order in which they are served. */
@Path("/api/v1/queue")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class QueueResource {
    static final int MOST = 500;

    private final Items items;

    QueueResource(Items items) {
        this.items = items;
    }

    record Page(List<Items.Item> items) {}

    @GET
    public Page queue() {
        return new Page(items.queue());
    }
}
