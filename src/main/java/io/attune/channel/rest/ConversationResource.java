package io.attune.channel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.message.Channel;
import io.attune.message.Compose;
import io.attune.message.Content;
import io.attune.message.Ids;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.Openings;
import io.attune.turn.Reception;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The WebSocket's twin for apps: the same log, by request. */
@Path("/api/v1/conversations")
@RolesAllowed(Roles.CUSTOMER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ConversationResource {
    private static final int MOST = 1000;

    private final ConversationLog log;
    private final Reception reception;
    private final Openings openings;
    private final Current current;

    ConversationResource(ConversationLog log, Reception reception, Openings openings, Current current) {
        this.log = log;
        this.reception = reception;
        this.openings = openings;
        this.current = current;
    }

    record Open(@Nullable String locale) {}

    record Opened(String conv, String epoch, long seq) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Say(@Nullable Content content, @Nullable Compose compose) {}

    record Said(String id, long seq) {}

    record Events(List<Frame> events, long head) {}

    @POST
    public CompletionStage<Response> open(@Nullable Open body) {
        return openings.open(current.caller().customer(), Channel.APP, body == null ? null : body.locale())
                .thenApply(header -> Response.status(201)
                        .entity(new Opened(header.id(), header.stream(), header.head()))
                        .build());
    }

    @POST
    @Path("{conv}/messages")
    public CompletionStage<Response> say(
            @PathParam("conv") String conv, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Say body) {
        Header header = mine(conv);
        if (key == null || !Ids.isId(key)) {
            throw ProblemException.badRequest("Idempotency-Key", "missing, or not 1 to 64 of A-Za-z0-9_.:-");
        }
        if (body == null) {
            throw ProblemException.badRequest("content", "missing");
        }
        Content content = content(body.content());
        return reception
                .accept(new Reception.Inbound(header.id(), Channel.APP, key, content, body.compose()))
                .thenApply(appended -> answer(key, appended));
    }

    private static Response answer(String key, Appended appended) {
        return switch (appended) {
            case Appended.Done done ->
                Response.status(201).entity(new Said(key, done.firstSeq())).build();
            case Appended.Duplicate dup ->
                Response.status(201)
                        .header("Idempotent-Replayed", "true")
                        .entity(new Said(key, dup.seq()))
                        .build();
            case Appended.IdConflict c ->
                throw new ProblemException(Problem.of(422, "another message was sent under this Idempotency-Key"));
            case Appended.Refused r -> throw ProblemException.conflict("the conversation does not take this");
            case Appended.Unknown u -> throw notFound();
        };
    }

    @GET
    @Path("{conv}/events")
    @Consumes(MediaType.WILDCARD)
    public Events events(
            @PathParam("conv") String conv,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("200") String limit) {
        Header header = mine(conv);
        long cursor = number("after", after, 0, Long.MAX_VALUE);
        int most = (int) number("limit", limit, 1, MOST);
        List<Frame> frames = log.read(conv, cursor, most).stream()
                .map(entry -> Frame.forCustomer(conv, entry))
                .toList();
        return new Events(frames, header.head());
    }

    /** Read here: the framework would answer a parameter that is no number with 404. */
    private static long number(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        throw ProblemException.badRequest(name, "must be a whole number from " + least + " to " + most);
    }

    /** Another's conversation is as if it did not exist. */
    private Header mine(String conv) {
        return log.header(conv)
                .filter(header -> current.caller().owns(header.customer()))
                .orElseThrow(ConversationResource::notFound);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("no such conversation");
    }

    private static Content content(@Nullable Content content) {
        return switch (content) {
            case Content.Text t -> {
                if (t.text() == null || t.text().isBlank()) {
                    throw ProblemException.badRequest("content.text", "must not be empty");
                }
                if (t.text().length() > Content.MAX_TEXT) {
                    throw ProblemException.badRequest("content.text", "at most 4096 characters");
                }
                yield t;
            }
            case Content.Picked p -> {
                if (p.choiceId() == null
                        || p.choiceId().isEmpty()
                        || p.choiceId().length() > 200) {
                    throw ProblemException.badRequest("content.choiceId", "must be 1 to 200 characters");
                }
                yield p;
            }
            case null -> throw ProblemException.badRequest("content", "missing");
            default -> throw ProblemException.badRequest("content.kind", "must be text or choice");
        };
    }
}
