package io.attune.console;

import io.attune.audit.Audited;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.handoff.Desk;
import io.attune.message.Content;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What an agent sees of a conversation and does with it. */
@Path("/api/v1/agent/conversations/{conv}")
@RolesAllowed({"agent", "supervisor"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DeskResource {
    private static final int NEWER = 100;

    private final Desk desk;
    private final ConversationLog log;
    private final ConversationView view;
    private final Me me;

    DeskResource(Desk desk, ConversationLog log, ConversationView view, Me me) {
        this.desk = desk;
        this.log = log;
        this.view = view;
        this.me = me;
    }

    record Done(long seq) {}

    @GET
    @Audited("conversation.read")
    @Consumes(MediaType.WILDCARD)
    public ConversationView.View get(@PathParam("conv") String conv) {
        return view.of(header(conv));
    }

    @POST
    @Path("claim")
    public CompletionStage<Done> claim(@PathParam("conv") String conv, Requests.@Nullable Claim body) {
        Desk.Action action = action(conv, body == null ? null : body.expectedSeq());
        return done(desk.claim(action), action);
    }

    @POST
    @Path("messages")
    public CompletionStage<Done> say(@PathParam("conv") String conv, Requests.Say body) {
        Content content = Check.content(body.content());
        Desk.Action action = action(conv, body.expectedSeq());
        return done(desk.say(action, content, header(conv)), action);
    }

    @POST
    @Path("notes")
    public CompletionStage<Done> note(@PathParam("conv") String conv, Requests.AddNote body) {
        Desk.Action action = action(conv, body.expectedSeq());
        return done(desk.note(action, Check.text("text", body.text(), Content.MAX_TEXT)), action);
    }

    @POST
    @Path("transfer")
    public CompletionStage<Done> transfer(@PathParam("conv") String conv, Requests.Transfer body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String to = Check.text("to", body.to(), 64);
        return done(desk.transfer(action, to, Check.optional("note", body.note())), action);
    }

    @POST
    @Path("return")
    public CompletionStage<Done> giveBack(@PathParam("conv") String conv, Requests.@Nullable GiveBack body) {
        Desk.Action action = action(conv, body == null ? null : body.expectedSeq());
        String instruction = body == null ? null : body.instruction();
        return done(desk.giveBack(action, Check.optional("instruction", instruction)), action);
    }

    @POST
    @Path("close")
    public CompletionStage<Done> close(@PathParam("conv") String conv, Requests.Close body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String code = Check.text("code", body.code(), 64);
        return done(desk.close(action, code, Check.optional("note", body.note())), action);
    }

    private Desk.Action action(String conv, @Nullable Long seen) {
        return new Desk.Action(conv, me.sender(), seen);
    }

    private Header header(String conv) {
        return log.header(conv).orElseThrow(() -> ProblemException.notFound("no conversation " + conv));
    }

    private CompletionStage<Done> done(CompletionStage<Appended> appended, Desk.Action action) {
        return appended.thenApply(result -> switch (result) {
            case Appended.Done d -> new Done(d.lastSeq());
            case Appended.Refused r -> throw new ProblemException(refused(r.header(), action));
            case Appended.Unknown u -> throw ProblemException.notFound("no conversation " + u.conv());
            case Appended.Duplicate d -> new Done(d.seq());
            case Appended.IdConflict c -> throw ProblemException.conflict("another message has this id");
        });
    }

    /** Says who has it, and shows what the agent has not seen. */
    private Problem refused(Header header, Desk.Action action) {
        boolean stale = action.seen() != null && action.seen() < header.head();
        Problem problem = Problem.of(409, stale ? "there are newer events" : whose(header))
                .with("owner", header.owner().code())
                .with("head", header.head());
        return stale ? problem.with("events", newer(header, action.seen())) : problem;
    }

    private List<Frame> newer(Header header, @Nullable Long seen) {
        return log.read(header.id(), seen == null ? header.head() : seen, NEWER).stream()
                .map(entry -> Frame.forAgent(header.id(), entry))
                .toList();
    }

    private static String whose(Header header) {
        return header.owner() == Owner.AGENT
                ? "the conversation is with " + header.agent()
                : "the conversation is not yours: it is " + header.owner().code();
    }
}
