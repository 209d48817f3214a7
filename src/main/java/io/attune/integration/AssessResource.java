package io.attune.integration;

import io.attune.access.Roles;
import io.attune.aptitude.Listener;
import io.attune.assess.Assessed;
import io.attune.assess.Assessor;
import io.attune.assess.Transcript;
import io.attune.assess.TranscriptCheck;
import io.attune.decision.Onlooker;
import io.attune.problem.Fault;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.Dialogs;
import io.attune.understanding.Understander;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/assess}: what a turn of our own would make of another system's conversation, with nothing stored. */
@Path("/api/v1/assess")
@RolesAllowed({Roles.INTEGRATION, Roles.SUPERVISOR, Roles.ADMIN})
public class AssessResource {
    private final Assessor assessor;

    AssessResource(Understander understander, Listener listener, Onlooker onlooker, Dialogs dialogs) {
        assessor = new Assessor(understander, listener, onlooker, dialogs.book());
    }

    @POST
    @Operation(
            summary = "Reads a transcript without acting on it",
            description = "Estimates and the handoff decision after each of the customer's turns. Nothing is stored.")
    public Assessed assess(@Nullable Transcript transcript) {
        List<Fault> faults = TranscriptCheck.faults(transcript);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badRequest(faults));
        }
        return assessor.assess(Objects.requireNonNull(transcript));
    }
}
