package io.attune.channel.rest;

import io.attune.access.Roles;
import io.attune.conversation.Appended;
import io.attune.conversation.Header;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.attune.turn.Reception;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The customer's answer to {@code csat.requested}: a score, and a word if they like. Said again, the last one counts. */
@Path("/api/v1/conversations/{conv}/csat")
@RolesAllowed(Roles.CUSTOMER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class RatingResource {
    private static final int LONGEST = 1000;

    private final OwnConversations own;
    private final Reception reception;

    RatingResource(OwnConversations own, Reception reception) {
        this.own = own;
        this.reception = reception;
    }

    /** @param score 1 (bad) to 5 (good) */
    record Rating(@Nullable Integer score, @Nullable String comment) {}

    record Rated(long seq) {}

    @PUT
    public CompletionStage<Rated> rate(@PathParam("conv") String conv, @Nullable Rating body) {
        Header header = own.find(conv);
        Integer score = body == null ? null : body.score();
        String comment = body == null ? null : body.comment();
        new Faults()
                .need(score != null && score >= 1 && score <= 5, "score", "must be a whole number from 1 to 5")
                .need(comment == null || comment.length() <= LONGEST, "comment", "at most " + LONGEST + " characters")
                .refuseIfAny();
        return reception.rate(header.id(), score == null ? 0 : score, comment).thenApply(appended -> switch (appended) {
            case Appended.Done done -> new Rated(done.firstSeq());
            case Appended.Duplicate dup -> new Rated(dup.seq());
            case Appended.Refused r -> throw ProblemException.conflict("the conversation is still open");
            case Appended.IdConflict c -> throw ProblemException.conflict("another rating has this id");
            case Appended.Unknown u -> throw OwnConversations.notFound();
        });
    }
}
