package io.attune.console;

import io.attune.handoff.Canned;
import io.attune.handoff.Catalogue;
import io.attune.handoff.Skill;
import io.attune.handoff.WrapUpCode;
import io.attune.handoff.hours.OpeningHours;
import io.attune.message.Content;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canned replies, wrap-up codes, skills and opening hours, for administrators. */
@Path("/api/v1/admin")
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class AdminCatalogueResource {
    private static final int LABEL = 128;
    private static final int MOST = 200;

    private final Catalogue catalogue;
    private final Clock clock;

    AdminCatalogueResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    record CannedBody(
            @Nullable String language,
            @Nullable String shortcut,
            @Nullable String title,
            @Nullable String text,
            @Nullable String team) {}

    record WrapUpBody(
            @Nullable Map<String, String> labels, @Nullable Integer order) {}

    record SkillBody(@Nullable String name, @Nullable List<String> intents) {}

    @PUT
    @Path("canned/{id}")
    public Canned canned(@PathParam("id") String id, CannedBody body) {
        id(id);
        String language = Check.text("language", body.language(), 8);
        String shortcut = Check.text("shortcut", body.shortcut(), 32);
        String text = Check.text("text", body.text(), Content.MAX_TEXT);
        var unknown = CannedText.unknown(text);
        new Faults()
                .need(Check.isLanguage(language), "language", "must be one of en, es, fr, de")
                .need(shortcut.matches("[\\p{L}\\p{N}_-]+"), "shortcut", "letters, digits, _ and - only")
                .need(unknown.isEmpty(), "text", "has variables that do not exist: " + String.join(", ", unknown))
                .refuseIfAny();
        var canned = new Canned(
                id,
                language,
                shortcut,
                Check.text("title", body.title(), LABEL),
                text,
                body.team() == null || body.team().isBlank() ? null : Check.text("team", body.team(), 64));
        catalogue.put(canned);
        return canned;
    }

    @DELETE
    @Path("canned/{id}")
    @Consumes(MediaType.WILDCARD)
    public void removeCanned(@PathParam("id") String id) {
        found(catalogue.removeCanned(id), "canned reply", id);
    }

    @PUT
    @Path("wrapups/{code}")
    public WrapUpCode wrapUp(@PathParam("code") String code, WrapUpBody body) {
        id(code);
        Map<String, String> labels = body.labels() == null ? Map.of() : body.labels();
        new Faults()
                .need(!labels.isEmpty(), "labels", "needs one at least")
                .need(labels.keySet().stream().allMatch(Check::isLanguage), "labels", "by en, es, fr, de")
                .need(
                        labels.values().stream()
                                .allMatch(label -> label != null && !label.isBlank() && label.length() <= LABEL),
                        "labels",
                        "each 1 to 128 characters")
                .refuseIfAny();
        var wrapUp = new WrapUpCode(code, labels, body.order() == null ? 0 : body.order());
        catalogue.put(wrapUp);
        return wrapUp;
    }

    @DELETE
    @Path("wrapups/{code}")
    @Consumes(MediaType.WILDCARD)
    public void removeWrapUp(@PathParam("code") String code) {
        found(catalogue.removeWrapUp(code), "wrap-up code", code);
    }

    @PUT
    @Path("skills/{id}")
    public Skill skill(@PathParam("id") String id, SkillBody body) {
        id(id);
        List<String> intents = body.intents() == null ? List.of() : body.intents();
        new Faults()
                .need(
                        intents.size() <= MOST && intents.stream().allMatch(one -> Ids.isId(String.valueOf(one))),
                        "intents",
                        "must be at most 200 ids")
                .refuseIfAny();
        var skill = new Skill(id, Check.text("name", body.name(), LABEL), intents);
        catalogue.put(skill);
        return skill;
    }

    @DELETE
    @Path("skills/{id}")
    @Consumes(MediaType.WILDCARD)
    public void removeSkill(@PathParam("id") String id) {
        found(catalogue.removeSkill(id), "skill", id);
    }

    @PUT
    @Path("hours")
    public CatalogueResource.Hours hours(HoursBody body) {
        OpeningHours hours = body.checked();
        catalogue.put(hours);
        return CatalogueResource.now(hours, clock.instant());
    }

    private static void id(String id) {
        if (!Ids.isId(id)) {
            throw ProblemException.badRequest("id", "must be 1 to 64 of A-Za-z0-9_.:-");
        }
    }

    private static void found(boolean removed, String what, String id) {
        if (!removed) {
            throw ProblemException.notFound("no " + what + " " + id);
        }
    }
}
