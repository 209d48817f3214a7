package io.attune.channel.helpdesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.access.Secrets;
import io.attune.channel.TimedSignature;
import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import io.attune.problem.JsonFaults;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /webhooks/helpdesk}: what agents do in their own console. Each deed is one guarded append, done once. */
@Path("/webhooks/helpdesk")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DeedResource {
    /** Ahead of the console's own ids of agents, so that none is taken for an agent of ours. */
    static final String DESK = "desk:";

    private static final int LARGEST = 64 * 1024;

    private final HelpdeskConfig config;
    private final ConversationLog log;
    private final ObjectMapper json;
    private final Clock clock;

    DeedResource(HelpdeskConfig config, ConversationLog log, ObjectMapper json, Clock clock) {
        this.config = config;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    @POST
    public CompletionStage<Map<String, Long>> deed(
            @HeaderParam("X-Attune-Signature") @Nullable String signature,
            @HeaderParam("X-Attune-Timestamp") @Nullable String timestamp,
            byte[] body) {
        String secret = config.secret()
                .orElseThrow(() -> ProblemException.notFound("There is no helpdesk: see attune.helpdesk.secret."));
        if (!TimedSignature.genuine(signature, timestamp, body, secret, clock.instant(), config.freshFor())) {
            throw ProblemException.unauthorized(
                    "The signature is missing, wrong or too old: see attune.helpdesk.secret.");
        }
        Deed deed = read(body).checked();
        String conv = Objects.requireNonNull(deed.conv());
        Header header = log.header(conv).orElseThrow(() -> ProblemException.notFound("no such conversation"));
        return log.append(append(conv, deed, header)).thenApply(DeedResource::answer);
    }

    private static Append append(String conv, Deed deed, Header header) {
        Deed.Agent agent = Objects.requireNonNull(deed.agent());
        Sender sender = Sender.agent(DESK + agent.id(), agent.name());
        String me = String.valueOf(sender.id());
        String text = deed.text() == null ? "" : deed.text();
        Long replyTo = header.lastCustomer() == 0 ? null : Long.valueOf(header.lastCustomer());
        ConversationEvent event = switch (Objects.requireNonNull(deed.action())) {
            case CLAIM -> new HandoffJoined(sender);
            case SAY -> new Message(sender, null, new Content.Text(text), null, replyTo);
            case NOTE -> new Note(sender, text, null);
            case RETURN -> new HandoffReturned(sender, deed.instruction());
            case CLOSE -> new Closed(sender, String.valueOf(deed.code()), null);
        };
        Guard guard = switch (deed.action()) {
            case CLAIM -> Guard.owned(Owner.QUEUE, Owner.BOT);
            case NOTE -> Guard.NONE;
            case SAY, RETURN, CLOSE -> Guard.ownedBy(me);
        };
        String what = deed.action() + " " + me + " " + text + " " + deed.instruction() + " " + deed.code();
        var once = new Append.Inbound(conv + "|helpdesk|" + deed.id(), Secrets.kept(what));
        return new Append(conv, once, guard, List.of(new Draft(event)), List.of(), null);
    }

    private static Map<String, Long> answer(Appended appended) {
        return switch (appended) {
            case Appended.Done done -> Map.of("seq", done.firstSeq());
            case Appended.Duplicate before -> Map.of("seq", before.seq());
            case Appended.IdConflict c ->
                throw new ProblemException(Problem.of(422, "another deed was done under this id"));
            case Appended.Refused refused ->
                throw new ProblemException(
                        Problem.of(409, "The conversation is not this agent's, or is somebody else's already.")
                                .with("owner", refused.header().owner().code())
                                .with("seq", refused.header().head()));
            case Appended.Unknown u -> throw ProblemException.notFound("no such conversation");
        };
    }

    private Deed read(byte[] body) {
        if (body.length > LARGEST) {
            throw new ProblemException(Problem.of(413, "A deed has at most 64 kB."));
        }
        try {
            Deed deed = json.readValue(body, Deed.class);
            if (deed != null) {
                return deed;
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(new JsonFaults(json).problem(e));
        } catch (IOException e) {
            throw ProblemException.badRequest("body", "not readable");
        }
        throw ProblemException.badRequest("body", "must be a JSON object");
    }
}
