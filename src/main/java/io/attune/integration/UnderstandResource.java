package io.attune.integration;

import io.attune.access.Roles;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.problem.Faults;
import io.attune.understanding.Mood;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/understand}: what a text means, with nothing stored. */
@Path("/api/v1/understand")
@RolesAllowed({Roles.INTEGRATION, Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
public class UnderstandResource {
    private final Understander understander;

    UnderstandResource(Understander understander) {
        this.understander = understander;
    }

    /** @param language of the conversation so far; English when it is missing */
    public record Request(@Nullable String text, @Nullable Language language) {}

    public record Answer(
            Language language,
            String intent,
            double confidence,
            List<Understanding.RankedIntent> ranking,
            List<Understanding.Entity> entities,
            Mood mood) {}

    @POST
    public Answer understand(@Nullable Request request) {
        String text = request == null ? null : request.text();
        new Faults()
                .need(
                        text != null && !text.isBlank() && text.length() <= Content.MAX_TEXT,
                        "text",
                        "must have 1 to " + Content.MAX_TEXT + " characters")
                .refuseIfAny();
        Language prior = request == null || request.language() == null ? Language.EN : request.language();
        Understanding meant = understander.understand(String.valueOf(text), prior);
        return new Answer(
                meant.language(), meant.intent(), meant.confidence(), meant.ranking(), meant.entities(), meant.mood());
    }
}
