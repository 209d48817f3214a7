package io.attune.console;

import io.attune.audit.Audited;
import io.attune.conversation.Appended;
import io.attune.conversation.Header;
import io.attune.handoff.Desk;
import io.attune.handoff.Switchboard;
import io.attune.handoff.Watch;
import io.attune.message.Content;
import io.attune.message.Ids;
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
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What an agent sees of a conversation and does with it. */
@Path("/api/v1/agent/conversations/{conv}")
@RolesAllowed({"agent", "supervisor"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DeskResource {
    private static final int CODE = 64;

    private final Desk desk;
    private final Switchboard switchboard;
    private final Watch watch;
    private final Outcomes outcomes;
    private final ConversationView view;
    private final Targets targets;
    private final Mentions mentions;
    private final Me me;

    DeskResource(
            Desk desk,
            Switchboard switchboard,
            Watch watch,
            Outcomes outcomes,
            ConversationView view,
            Targets targets,
            Mentions mentions,
            Me me) {
        this.desk = desk;
        this.switchboard = switchboard;
        this.watch = watch;
        this.outcomes = outcomes;
        this.view = view;
        this.targets = targets;
        this.mentions = mentions;
        this.me = me;
    }

    @GET
    @Audited("conversation.read")
    @Consumes(MediaType.WILDCARD)
    public ConversationView.View get(@PathParam("conv") String conv) {
        return view.of(outcomes.header(conv), me.sender().name());
    }

    @POST
    @Path("claim")
    public CompletionStage<Done> claim(@PathParam("conv") String conv, Requests.@Nullable Plain body) {
        Desk.Action action = action(conv, body);
        return outcomes.done(desk.claim(action), action);
    }

    @POST
    @Path("accept")
    public CompletionStage<Done> accept(@PathParam("conv") String conv, Requests.@Nullable Plain body) {
        Desk.Action action = action(conv, body);
        return outcomes.done(desk.accept(action), action);
    }

    @POST
    @Path("decline")
    public Done decline(@PathParam("conv") String conv, Requests.@Nullable Decline body) {
        Header header = outcomes.header(conv);
        Check.optional("reason", body == null ? null : body.reason());
        if (!switchboard.decline(conv, me.id())) {
            throw ProblemException.conflict("it does not ring at you");
        }
        watch.nudge();
        return new Done(header.head());
    }

    @POST
    @Path("messages")
    public CompletionStage<Done> say(@PathParam("conv") String conv, Requests.Say body) {
        Content content = Check.content(body.content());
        String id = body.id();
        if (id != null && !Ids.isId(id)) {
            throw ProblemException.badRequest("id", "must be 1 to 64 of A-Za-z0-9_.:-");
        }
        Desk.Action action = action(conv, body.expectedSeq());
        return outcomes.done(desk.say(action, content, outcomes.header(conv), id), action);
    }

    @POST
    @Path("notes")
    public CompletionStage<Done> note(@PathParam("conv") String conv, Requests.Text body) {
        String text = Check.text("text", body.text(), Content.MAX_TEXT);
        Desk.Action action = action(conv, body.expectedSeq());
        CompletionStage<Appended> noted = desk.note(action, text).thenApply(result -> {
            if (result instanceof Appended.Done done) {
                mentions.tell(conv, done.lastSeq(), action.agent(), text);
            }
            return result;
        });
        return outcomes.done(noted, action);
    }

    @POST
    @Path("transfer")
    public CompletionStage<Done> transfer(@PathParam("conv") String conv, Requests.Transfer body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String to = targets.read("to", body.to());
        return outcomes.done(desk.transfer(action, to, Check.optional("note", body.note())), action);
    }

    @POST
    @Path("return")
    public CompletionStage<Done> giveBack(@PathParam("conv") String conv, Requests.@Nullable GiveBack body) {
        Desk.Action action = action(conv, body == null ? null : body.expectedSeq());
        String instruction = body == null ? null : body.instruction();
        return outcomes.done(desk.giveBack(action, Check.optional("instruction", instruction)), action);
    }

    @POST
    @Path("close")
    public CompletionStage<Done> close(@PathParam("conv") String conv, Requests.Close body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String code = Check.text("code", body.code(), CODE);
        return outcomes.done(desk.close(action, code, Check.optional("note", body.note())), action);
    }

    @POST
    @Path("end")
    public CompletionStage<Done> end(@PathParam("conv") String conv, Requests.@Nullable Plain body) {
        Desk.Action action = action(conv, body);
        return outcomes.done(desk.end(action), action);
    }

    @POST
    @Path("wrapup")
    public CompletionStage<Done> wrapUp(@PathParam("conv") String conv, Requests.Close body) {
        Desk.Action action = action(conv, (Long) null);
        String code = Check.text("code", body.code(), CODE);
        String note = Check.optional("note", body.note());
        Header header = outcomes.header(conv);
        if (!desk.wrapUp(action, code)) {
            throw ProblemException.conflict("there is nothing for you to wrap up");
        }
        watch.nudge();
        return note == null
                ? java.util.concurrent.CompletableFuture.completedFuture(new Done(header.head()))
                : outcomes.done(desk.note(action, note), action);
    }

    private Desk.Action action(String conv, Requests.@Nullable Plain body) {
        return action(conv, body == null ? null : body.expectedSeq());
    }

    private Desk.Action action(String conv, @Nullable Long seen) {
        return new Desk.Action(conv, me.sender(), seen);
    }
}
