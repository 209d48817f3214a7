package io.attune.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.message.Language;
import io.attune.problem.Fault;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.ModelsInUse;
import io.attune.understanding.opennlp.LiveModels;
import io.attune.understanding.opennlp.Manifest;
import io.attune.understanding.opennlp.ModelsRefused;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/models}: which models this node understands with, and their exchange without a restart. */
@Path("/api/v1/models")
@Blocking
public class ModelsResource {
    private final ModelsInUse models;

    ModelsResource(ModelsInUse models) {
        this.models = models;
    }

    /**
     * @param version the same for the same files
     * @param since when this node took them into use
     * @param date of the training, where one was given
     * @param labels that a text may be given for the next training: the intents, and those of {@code models/intents.tsv}
     * @param withMeanings languages in which embeddings help
     * @param files bytes of each trained file
     * @param heldout scores by language, from the manifest
     * @param refused what was refused since; missing when nothing was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InUse(
            String version,
            Instant since,
            @Nullable String date,
            Set<String> intents,
            Set<String> labels,
            List<Language> withMeanings,
            Map<String, Integer> files,
            Map<String, Map<String, Number>> heldout,
            @Nullable Refused refused) {
        static InUse of(LiveModels.State state) {
            Manifest manifest = state.models().manifest();
            var heldout = manifest.heldout();
            return new InUse(
                    state.models().version(),
                    state.since(),
                    manifest.date(),
                    state.models().intents(),
                    state.models().labels(),
                    state.models().withMeanings(),
                    state.models().files(),
                    heldout == null ? Map.of() : heldout,
                    state.refused()
                            .map(refusal -> new Refused(refusal.at(), faults(refusal.faults())))
                            .orElse(null));
        }
    }

    /** @param errors each with the file, what is wrong with it and what to do */
    public record Refused(Instant at, List<Fault> errors) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(summary = "The models in use, and what was last refused")
    public InUse inUse() {
        return InUse.of(models.state());
    }

    @POST
    @Path("reload")
    @RolesAllowed(Roles.ADMIN)
    @Audited("models.reloaded")
    @Operation(
            summary = "Takes changed model files into use",
            description = "On this node. Models that are missing, damaged or of another version are refused with 422,"
                    + " and the old ones go on.")
    public InUse reload() {
        try {
            return InUse.of(models.reload());
        } catch (ModelsRefused refused) {
            List<Fault> faults = faults(refused.faults());
            throw new ProblemException(new Problem(
                    "about:blank",
                    "Unprocessable Content",
                    422,
                    "the models are refused and the old ones go on: "
                            + faults.getFirst().at() + " " + faults.getFirst().detail(),
                    faults,
                    Map.of("version", models.state().models().version())));
        }
    }

    private static List<Fault> faults(List<ModelsRefused.Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.file(), fault.what() + "; " + fault.remedy()))
                .toList();
    }
}
