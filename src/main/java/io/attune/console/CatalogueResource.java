package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.attune.handoff.Canned;
import io.attune.handoff.Catalogue;
import io.attune.handoff.Skill;
import io.attune.handoff.WrapUpCode;
import io.attune.handoff.hours.OpeningHours;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators keep, for those who work with it. */
@Path("/api/v1")
@RolesAllowed({"agent", "supervisor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CatalogueResource {
    private final Catalogue catalogue;
    private final Clock clock;

    CatalogueResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    record CannedPage(List<Canned> items) {}

    record WrapUpPage(List<WrapUpCode> items) {}

    record SkillPage(List<Skill> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hours(
            @JsonUnwrapped OpeningHours hours,
            boolean openNow,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    /** @param language only those in it; all without one */
    @GET
    @Path("canned")
    public CannedPage canned(@QueryParam("language") @Nullable String language) {
        return new CannedPage(catalogue.canned().stream()
                .filter(canned -> language == null || language.equals(canned.language()))
                .toList());
    }

    @GET
    @Path("wrapups")
    public WrapUpPage wrapUps() {
        return new WrapUpPage(catalogue.wrapUpCodes());
    }

    @GET
    @Path("skills")
    public SkillPage skills() {
        return new SkillPage(catalogue.skills());
    }

    @GET
    @Path("hours")
    public Hours hours() {
        return now(catalogue.hours(), clock.instant());
    }

    static Hours now(OpeningHours hours, Instant now) {
        boolean open = hours.isOpen(now);
        return new Hours(
                hours,
                open,
                open ? null : hours.opensAt(now).orElse(null),
                hours.closesAt(now).orElse(null));
    }
}
