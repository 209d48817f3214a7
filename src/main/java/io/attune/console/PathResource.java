package io.attune.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attune.decision.Decider;
import io.attune.decision.Lens;
import io.attune.decision.LensLine;
import io.attune.decision.LensPath;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Pitch;
import io.attune.message.Language;
import io.attune.problem.ProblemException;
import io.attune.turn.Dialogs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of one kind of customer through a dialog in force, by the engine and the policy that this server serves with. */
@Path("/api/v1/dialogs/{dialog}/path")
@RolesAllowed({"agent", "supervisor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class PathResource {
    private final Dialogs dialogs;
    private final Decider decider;

    PathResource(Dialogs dialogs, Decider decider) {
        this.dialogs = dialogs;
        this.decider = decider;
    }

    /**
     * @param version of the dialogs
     * @param pitch how technical the customer is: {@code for}
     * @param contact which contact about the same
     * @param answers given in place of the likeliest, by node
     */
    record Walked(
            String dialog,
            String version,
            @JsonProperty("for") Pitch pitch,
            int contact,
            LensLine line,
            Language language,
            Map<String, String> answers,
            List<LensPath.Stop> stops,
            LensPath.End end) {}

    /**
     * @param pitch novice, standard (the default) or expert
     * @param contact 1 (the default) to 9; in each earlier one the first remedy failed
     * @param line unknown (the default), fine, slow, drops, down or outage
     * @param language of what is said: en (the default), es, fr or de
     * @param answers {@code NODE:VALUE}, such as {@code fact:where:one_room}, in place of the likeliest answer; may be repeated
     */
    @GET
    public Walked path(
            @PathParam("dialog") String id,
            @QueryParam("for") @Nullable String pitch,
            @QueryParam("contact") @Nullable String contact,
            @QueryParam("line") @Nullable String line,
            @QueryParam("language") @Nullable String language,
            @QueryParam("answer") @Nullable List<String> answers,
            @Context UriInfo uri) {
        String version = dialogs.version();
        DialogBook book = dialogs.book();
        Dialog dialog = book.dialog(id).orElseThrow(() -> ProblemException.notFound("no dialog with this name"));
        Lens.View view = new LensQuery(uri.getQueryParameters()).view(dialog);
        LensPath path = new Lens(book, decider).path(dialog, view);
        return new Walked(
                dialog.id(),
                version,
                view.pitch(),
                view.contact(),
                view.line(),
                view.language(),
                view.answers(),
                path.stops(),
                path.end());
    }
}
