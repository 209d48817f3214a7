package io.attune.console;

import io.attune.audit.Audited;
import io.attune.conversation.store.Archive;
import io.attune.customer.Customers;
import io.attune.decision.Decider;
import io.attune.problem.ProblemException;
import io.attune.turn.Dialogs;
import io.attune.turn.Replay;
import io.attune.turn.Replayed;
import io.attune.turn.Replays;
import io.attune.turn.Replays.Sum;
import io.attune.turn.Since;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dialogs in force would have made of stored conversations. */
@Path("/api/v1/replay")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ReplayResource {
    /** Of those that differ; all of them are counted. */
    private static final int MOST = 500;

    private final Archive archive;
    private final Customers customers;
    private final Decider decider;
    private final Dialogs dialogs;
    private final Clock clock;

    ReplayResource(Archive archive, Customers customers, Decider decider, Dialogs dialogs, Clock clock) {
        this.archive = archive;
        this.customers = customers;
        this.decider = decider;
        this.dialogs = dialogs;
        this.clock = clock;
    }

    /**
     * @param dialogs the version in force
     * @param items the conversations that differ, at most 500
     */
    record Found(String dialogs, Sum sum, List<Replayed> items) {}

    @GET
    @Audited("conversations.replayed")
    public Found replay(
            @QueryParam("conversation") @Nullable String conversation,
            @QueryParam("since") @DefaultValue("7d") String since) {
        var items = new ArrayList<Replayed>();
        var replays = new Replays(archive, customers, new Replay(decider, dialogs.book()));
        Sum sum = conversation == null
                ? replays.since(
                        Since.read(since, clock.instant())
                                .orElseThrow(() -> ProblemException.badRequest(
                                        "since", "a time such as 7d, 36h, 2026-03-01 or 2026-03-01T09:00:00Z")),
                        one -> add(items, one))
                : replays.one(
                        archive.header(conversation)
                                .orElseThrow(() -> ProblemException.notFound("no conversation with this id")),
                        one -> add(items, one));
        return new Found(dialogs.version(), sum, items);
    }

    private static void add(List<Replayed> items, Replayed one) {
        if (one.first() != null && items.size() < MOST) {
            items.add(one);
        }
    }
}
