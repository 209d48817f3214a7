package io.attune.console;

import io.attune.access.Operators;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.handoff.Agents;
import io.attune.handoff.Presence;
import io.attune.handoff.Reasons;
import io.attune.handoff.Watch;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The team for supervisors: the board, anybody's conversations, presence of others, the report of reasons. */
@Path("/api/v1/supervisor")
@RolesAllowed("supervisor")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SupervisorResource {
    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private final Board board;
    private final Lists lists;
    private final Agents agents;
    private final Operators operators;
    private final Reasons reasons;
    private final ConversationLog log;
    private final Items items;
    private final Watch watch;
    private final Clock clock;

    SupervisorResource(
            Board board,
            Lists lists,
            Agents agents,
            Operators operators,
            Reasons reasons,
            ConversationLog log,
            Items items,
            Watch watch,
            Clock clock) {
        this.board = board;
        this.lists = lists;
        this.agents = agents;
        this.operators = operators;
        this.reasons = reasons;
        this.log = log;
        this.items = items;
        this.watch = watch;
        this.clock = clock;
    }

    @GET
    @Path("board")
    @RolesAllowed({"supervisor", "admin"})
    public Board.View board() {
        return board.now();
    }

    /** @param agent whose, with {@code owner=agent} */
    @GET
    @Path("conversations")
    public QueueResource.Page conversations(
            @QueryParam("owner") @DefaultValue("agent") String owner, @QueryParam("agent") @Nullable String agent) {
        return agent == null || agent.isBlank()
                ? lists.page(owner, "")
                : new QueueResource.Page(items.of(log.ownedBy(Owner.AGENT, agent, QueueResource.MOST)));
    }

    @PUT
    @Path("agents/{agent}/presence")
    public Presence presence(@PathParam("agent") String agent, Requests.SetPresence body) {
        if (!operators.serves(agent)) {
            throw ProblemException.notFound("no agent " + agent);
        }
        Check.presence(body);
        Presence now = agents.set(agent, java.util.Objects.requireNonNull(body.state()), body.capacity());
        watch.nudge();
        return now;
    }

    @GET
    @Path("reasons")
    @RolesAllowed({"supervisor", "admin"})
    public Reasons.Report reasons(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate end = to == null ? today : day("to", to);
        LocalDate start = from == null ? end.minusDays(USUAL_DAYS - 1) : day("from", from);
        if (start.isAfter(end) || ChronoUnit.DAYS.between(start, end) >= LONGEST_DAYS) {
            throw ProblemException.badRequest(
                    "from", "must be at most " + LONGEST_DAYS + " days before to, and not after");
        }
        return reasons.between(start, end);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(field, "must be a day such as 2026-11-22");
        }
    }
}
