package io.attune.integration;

import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.customer.Merge;
import io.attune.customer.Merging;
import io.attune.customer.Persons;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two customer ids become one person, and two again. Nothing is moved, so that undoing it is exact. */
@Path("/api/v1/customers/{id}")
@RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
public class MergeResource {
    private final Persons persons;
    private final Current current;
    private final Clock clock;

    MergeResource(Persons persons, Current current, Clock clock) {
        this.persons = persons;
        this.current = current;
        this.clock = clock;
    }

    public record With(@Nullable String with) {}

    public record Undo(@Nullable String merge) {}

    /** @param alike others with the same number, address or name on a channel */
    public record Who(List<String> ids, List<Merge> merges, List<Persons.Alike> alike) {}

    @GET
    @Path("merges")
    @Audited("identities.read")
    public Who who(@PathParam("id") String id) {
        needId("id", id);
        return new Who(List.copyOf(persons.idsOf(id)), persons.mergesOf(id), persons.alike(id));
    }

    @POST
    @Path("merge")
    @Audited("customer.merged")
    public Merge merge(@PathParam("id") String id, @Nullable With body) {
        String with = body == null ? null : body.with();
        needId("id", id);
        needId("with", with);
        new Faults().need(!id.equals(with), "with", "is the same customer").refuseIfAny();
        String by = current.operator().username();
        return switch (persons.merge(id, String.valueOf(with), UUID.randomUUID().toString(), by, clock.instant())) {
            case Merging.Done done -> done.merge();
            case Merging.AlreadyOne one ->
                throw ProblemException.conflict("These two are one person already, by way of other merges.");
            case Merging.StaysUndone undone -> undone.merge();
            case Merging.NoSuchCustomer nobody ->
                throw ProblemException.notFound(
                        nobody.id().equals(id) ? "There is no such customer." : "with: there is no such customer.");
        };
    }

    @POST
    @Path("unmerge")
    @Audited("customer.unmerged")
    public Merge unmerge(@PathParam("id") String id, @Nullable Undo body) {
        String merge = body == null ? null : body.merge();
        needId("id", id);
        needId("merge", merge);
        return persons.unmerge(id, String.valueOf(merge), current.operator().username(), clock.instant())
                .orElseThrow(() -> ProblemException.notFound("There is no such merge of this customer."));
    }

    private static void needId(String at, @Nullable String id) {
        if (id == null || !Ids.isId(id)) {
            throw ProblemException.badRequest(at, "must be 1 to 64 of A-Za-z0-9_.:-");
        }
    }
}
