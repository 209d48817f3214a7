package io.attune.integration;

import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.candidate.Candidate;
import io.attune.candidate.Candidates;
import io.attune.message.Language;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.attune.turn.ModelsInUse;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/candidates}: what was not understood, to be labelled and trained on. */
@Path("/api/v1/candidates")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
@Blocking
public class CandidatesResource {
    private static final int MOST = 200;
    private static final int FARTHEST = 1_000_000;

    private final Candidates candidates;
    private final ModelsInUse models;
    private final Current current;
    private final Clock clock;

    CandidatesResource(Candidates candidates, ModelsInUse models, Current current, Clock clock) {
        this.candidates = candidates;
        this.models = models;
        this.current = current;
        this.clock = clock;
    }

    /**
     * One of both.
     *
     * @param intent what it means; of the models or of {@code models/intents.tsv}
     * @param dismissed true: not fit for training; false: open again, whatever was said of it
     */
    public record Decision(
            @Nullable String intent, @Nullable Boolean dismissed) {}

    @GET
    @Audited("candidates.read")
    @Operation(
            summary = "Messages that were not understood",
            description = "Of customers who agreed to it, masked. The same words of several conversations are one.")
    public Candidates.Page page(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("language") @Nullable String language,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        Optional<Candidate.State> wanted = Arrays.stream(Candidate.State.values())
                .filter(one -> one.code().equals(state))
                .findFirst();
        new Faults()
                .need(wanted.isPresent(), "state", "must be one of open, labelled, dismissed")
                .need(language == null || tag(language).isPresent(), "language", "must be one of en, es, fr, de")
                .need(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST)
                .need(offset >= 0 && offset <= FARTHEST, "offset", "must be 0 to " + FARTHEST)
                .refuseIfAny();
        return candidates.page(wanted.orElseThrow(), tag(language).orElse(null), limit, offset);
    }

    @PUT
    @Path("{candidate}")
    @Audited("candidate.labelled")
    @Operation(summary = "Says what a message means, or that it is not fit for training")
    public Candidate decide(@PathParam("candidate") String id, @Nullable Decision decision) {
        String intent = decision == null ? null : decision.intent();
        Boolean dismissed = decision == null ? null : decision.dismissed();
        new Faults()
                .need((intent == null) != (dismissed == null), "intent", "either intent or dismissed")
                .refuseIfAny();
        if (intent != null) {
            known(intent);
        }
        String by = current.operator().username();
        boolean there = intent != null
                ? candidates.label(id, intent, by, clock.instant())
                : Boolean.TRUE.equals(dismissed)
                        ? candidates.dismiss(id, by, clock.instant())
                        : candidates.reopen(id, clock.instant());
        return there ? candidates.find(id).orElseThrow(CandidatesResource::none) : refuse();
    }

    private void known(String intent) {
        Set<String> labels = models.state().models().labels();
        if (!labels.contains(intent)) {
            throw ProblemException.badRequest(
                    "intent", "is neither one of the models' intents nor in models/intents.tsv" + near(intent, labels));
        }
    }

    private static String near(String intent, Set<String> labels) {
        String begin = intent.toLowerCase(Locale.ROOT).split("[_ ]", 2)[0];
        String near = labels.stream()
                .filter(label -> !begin.isEmpty() && label.contains(begin))
                .limit(5)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "" : "; there are " + near;
    }

    private static Candidate refuse() {
        throw none();
    }

    private static ProblemException none() {
        return ProblemException.notFound("there is no such candidate; its customer may have been forgotten");
    }

    @GET
    @Path("export")
    @Produces("text/tab-separated-values;charset=UTF-8")
    @Audited("candidates.exported")
    @Operation(
            summary = "What was labelled, as training data",
            description = "Lines of intent, tab, text, to be added to models/training/LANGUAGE.tsv.")
    public String export(@QueryParam("language") @DefaultValue("en") String language) {
        Language wanted = tag(language)
                .orElseThrow(() -> ProblemException.badRequest("language", "must be one of en, es, fr, de"));
        return candidates.trainingLines(wanted).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Optional<Language> tag(@Nullable String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
