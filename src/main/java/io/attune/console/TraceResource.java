package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.audit.Audited;
import io.attune.conversation.ConversationEvent.Rated;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.conversation.TurnRecord;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the bot did what it did, turn by turn. */
@Path("/api/v1/conversations/{conv}/trace")
@RolesAllowed({"agent", "supervisor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TraceResource {
    private final ConversationLog log;

    TraceResource(ConversationLog log) {
        this.log = log;
    }

    /**
     * @param turns each with the seq of the message that it answers, what was understood, estimated and decided
     * @param csat how the customer found it, if they said so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traced(
            String conversation,
            String customer,
            List<JsonNode> turns,
            @Nullable Csat csat) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Csat(long seq, int score, @Nullable String comment) {}

    @GET
    @Audited("trace.read")
    public Traced trace(@PathParam("conv") String conv) {
        Header header = log.header(conv).orElseThrow(() -> ProblemException.notFound("no conversation " + conv));
        var turns = new ArrayList<JsonNode>();
        Csat csat = null;
        for (Entry entry : LogPages.all(log, conv, 0)) {
            if (entry.event() instanceof Rated rated) {
                csat = new Csat(entry.seq(), rated.score(), rated.comment());
            }
            TurnRecord turn = entry.turn();
            // A greeting answers nothing, so it is no turn here.
            if (turn != null && turn.replyTo() != null && turn.trace() instanceof ObjectNode trace) {
                turns.add(trace.deepCopy().put("seq", turn.replyTo()));
            }
        }
        return new Traced(conv, header.customer(), turns, csat);
    }
}
