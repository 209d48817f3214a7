package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.dialog.Dialog;
import io.attune.dialog.Drawing;
import io.attune.dialog.Fault;
import io.attune.dialog.Flow;
import io.attune.dialog.Mermaid;
import io.attune.dialog.Pitch;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Language;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.Dialogs;
import io.attune.turn.Reload;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialogs in force, drawn. */
@Path("/api/v1/dialogs")
@RolesAllowed({"agent", "supervisor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DialogsResource {
    private final Dialogs dialogs;

    DialogsResource(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** @param kind troubleshoot or flow */
    record Line(String id, String title, String kind, List<String> intents) {}

    /**
     * @param version of what is in force, from the files' content
     * @param since when this server took that into use
     * @param reload what came of the last change of the files; none since the start
     * @param refused the last change that was refused, also where the files have been corrected since; none since the start
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String version,
            Instant since,
            @Nullable Reloaded reload,
            @Nullable Reloaded refused,
            List<Line> items) {}

    /** @param outcome released, unchanged or refused */
    record Reloaded(Instant at, String outcome, String version, List<Fault> faults) {
        static Reloaded of(Reload reload) {
            return new Reloaded(reload.at(), reload.outcome().code(), reload.version(), reload.faults());
        }
    }

    /** @param kind begin, cause, fact, remedy, say, ask, branch, call, end or person */
    record Node(String id, String kind, String title, String detail) {}

    /** @param kind leads, or tells: looking at a fact tells this cause apart */
    record Edge(String from, String to, String label, String kind) {}

    /**
     * @param triggers phrases that mean this dialog, by language
     * @param texts in which languages its texts are
     * @param mermaid the same drawing as the text that {@code ./attune graph} prints
     */
    record Drawn(
            String id,
            String title,
            String kind,
            List<String> intents,
            List<Node> nodes,
            List<Edge> edges,
            Map<Language, List<String>> triggers,
            List<Spoken> texts,
            String mermaid) {}

    @GET
    public Page list() {
        return new Page(
                dialogs.version(),
                dialogs.since(),
                dialogs.lastReload().map(Reloaded::of).orElse(null),
                dialogs.lastRefused().map(Reloaded::of).orElse(null),
                dialogs.book().inOrder().stream().map(this::line).toList());
    }

    /** Reads the files now rather than at the next look. What has faults is refused: 422, with each of them. */
    @POST
    @Path("reload")
    @RolesAllowed("admin")
    public Reloaded reload() {
        Reload reload = dialogs.reload();
        if (reload.outcome() == Reload.Outcome.REFUSED) {
            throw new ProblemException(Problem.unprocessable(
                    "the dialogs have faults; " + reload.version() + " stays in force",
                    reload.faults().stream().map(DialogsResource::problem).toList()));
        }
        return Reloaded.of(reload);
    }

    private static io.attune.problem.Fault problem(Fault fault) {
        return new io.attune.problem.Fault(fault.file() + ":" + fault.line(), fault.message());
    }

    @GET
    @Path("{dialog}")
    public Drawn draw(@PathParam("dialog") String id) {
        Dialog dialog =
                dialogs.book().dialog(id).orElseThrow(() -> ProblemException.notFound("no dialog with this name"));
        Line line = line(dialog);
        Drawing drawing = Drawing.of(dialog);
        return new Drawn(
                line.id(),
                line.title(),
                line.kind(),
                line.intents(),
                drawing.nodes().stream().map(DialogsResource::node).toList(),
                drawing.edges().stream().map(DialogsResource::edge).toList(),
                triggers(dialog),
                Spoken.of(dialog.texts()),
                Mermaid.of(dialog));
    }

    private static Map<Language, List<String>> triggers(Dialog dialog) {
        var triggers = new EnumMap<Language, List<String>>(Language.class);
        dialog.texts()
                .find("triggers")
                .ifPresent(wording -> wording.texts()
                        .keySet()
                        .forEach(language -> triggers.put(language, wording.in(language, Pitch.STANDARD))));
        return triggers;
    }

    private Line line(Dialog dialog) {
        List<String> intents = dialog.intents();
        String title = intents.isEmpty() ? dialog.id() : dialogs.book().titleOf(intents.getFirst(), Language.EN);
        return new Line(dialog.id(), title, kind(dialog), intents);
    }

    private static String kind(Dialog dialog) {
        return switch (dialog) {
            case Troubleshoot t -> "troubleshoot";
            case Flow f -> "flow";
        };
    }

    private static Node node(Drawing.Node node) {
        return new Node(node.id(), node.kind().name().toLowerCase(Locale.ROOT), node.title(), node.detail());
    }

    private static Edge edge(Drawing.Edge edge) {
        return new Edge(edge.from(), edge.to(), edge.label(), edge.tells() ? "tells" : "leads");
    }
}
