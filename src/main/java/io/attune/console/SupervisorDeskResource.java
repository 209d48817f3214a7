package io.attune.console;

import io.attune.handoff.Desk;
import io.attune.message.Content;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a supervisor does with a conversation that others have. */
@Path("/api/v1/agent/conversations/{conv}")
@RolesAllowed("supervisor")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SupervisorDeskResource {
    private final Desk desk;
    private final Outcomes outcomes;
    private final Targets targets;
    private final Mentions mentions;
    private final Me me;

    SupervisorDeskResource(Desk desk, Outcomes outcomes, Targets targets, Mentions mentions, Me me) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.targets = targets;
        this.mentions = mentions;
        this.me = me;
    }

    @POST
    @Path("takeover")
    public CompletionStage<Done> takeOver(@PathParam("conv") String conv, Requests.@Nullable Plain body) {
        Desk.Action action = action(conv, body == null ? null : body.expectedSeq());
        return outcomes.done(desk.takeOver(action), action);
    }

    @POST
    @Path("assign")
    public CompletionStage<Done> assign(@PathParam("conv") String conv, Requests.Transfer body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String to = targets.read("to", body.to());
        return outcomes.done(desk.assign(action, to, Check.optional("note", body.note())), action);
    }

    @POST
    @Path("whisper")
    public CompletionStage<Done> whisper(@PathParam("conv") String conv, Requests.Text body) {
        Desk.Action action = action(conv, body.expectedSeq());
        String text = Check.text("text", body.text(), Content.MAX_TEXT);
        String agent = outcomes.header(conv).agent();
        return outcomes.done(desk.whisper(action, text), action).thenApply(done -> {
            if (agent != null) {
                mentions.tell(agent, conv, done.seq(), action.agent(), text);
            }
            return done;
        });
    }

    private Desk.Action action(String conv, @Nullable Long seen) {
        return new Desk.Action(conv, me.sender(), seen);
    }
}
