package io.attune.channel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.TurnRecord;
import io.attune.customer.Purpose;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Why the bot said that: the grounds of the turn, and the data behind it, each with the purpose that it was read for. */
@Path("/api/v1/me/why")
@RolesAllowed(Roles.CUSTOMER)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class WhyResource {
    /** The messages of one turn stand together; its record is on the first of them. */
    private static final int LONGEST_TURN = 20;

    /** How a fact is known, in words for the customer. */
    private static final Map<String, String> SOURCES = Map.of(
            "diagnostics", "tests of your line and devices",
            "history", "your earlier contacts",
            "profile", "your profile",
            "customer", "what you told us in this conversation");

    private final ConversationLog log;
    private final Current current;

    WhyResource(ConversationLog log, Current current) {
        this.log = log;
        this.current = current;
    }

    /** @param seq of the message that the turn answered; none for a greeting */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(String conversation, @Nullable Long seq, String decision, List<Ground> because, List<Used> data) {}

    record Ground(String what, String value) {}

    /** @param code of {@code what}, for a client that says it in other words */
    record Used(String what, String code, Purpose purpose) {}

    @GET
    public Why why(@QueryParam("conversation") @Nullable String conversation, @QueryParam("seq") @Nullable Long seq) {
        if (conversation == null || seq == null) {
            throw ProblemException.badRequest(conversation == null ? "conversation" : "seq", "missing");
        }
        if (log.header(conversation)
                .filter(header -> current.caller().owns(header.customer()))
                .isEmpty()) {
            throw ProblemException.notFound("no such conversation");
        }
        TurnRecord turn = turnOf(conversation, seq);
        JsonNode decision = turn.trace().path("decision");
        return new Why(conversation, turn.replyTo(), decision.path("kind").asText(), grounds(decision), used(turn));
    }

    private TurnRecord turnOf(String conversation, long seq) {
        List<Entry> before = log.read(conversation, Math.max(0, seq - LONGEST_TURN), LONGEST_TURN);
        for (Entry entry : before.reversed()) {
            if (entry.seq() <= seq && entry.turn() != null) {
                return entry.turn();
            }
        }
        throw ProblemException.notFound("message " + seq + " is not the bot's");
    }

    private static List<Ground> grounds(JsonNode decision) {
        return decision.path("reasons")
                .valueStream()
                .map(ground -> new Ground(
                        ground.path("what").asText(), ground.path("value").asText()))
                .toList();
    }

    private static List<Used> used(TurnRecord turn) {
        var used = new ArrayList<Used>();
        if (turn.replyTo() != null) {
            used.add(new Used("what you wrote", "words", Purpose.SERVICE));
        }
        var sources = new TreeSet<String>();
        turn.memory().path("facts").forEach(fact -> sources.add(fact.path("how").asText()));
        sources.stream()
                .filter(SOURCES::containsKey)
                .map(source -> new Used(
                        SOURCES.getOrDefault(source, source),
                        source.equals("customer") ? "told" : source,
                        Purpose.SERVICE))
                .forEach(used::add);
        if (!turn.trace().path("estimates").path("aptitude").path("evidence").isEmpty()) {
            used.add(new Used("how you put things, to explain at the right level", "style", Purpose.PERSONALISATION));
        }
        if (!turn.trace().path("estimates").path("enthusiasm").path("evidence").isEmpty()) {
            used.add(new Used("how you took earlier suggestions", "willingness", Purpose.PERSONALISATION));
        }
        return used;
    }
}
