package io.attune.audit;

import io.attune.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/audit}: who saw or changed what, and whether the lines are as they were written. */
@Path("/api/v1/audit")
@RolesAllowed(Roles.ADMIN)
public class AuditResource {
    private static final int MOST = 1000;

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    public record Lines(List<AuditLine> lines) {}

    /** @param customer whom it concerned; all, when it is missing */
    @GET
    @Audited("audit.read")
    public Lines lines(
            @QueryParam("customer") @Nullable String customer, @QueryParam("limit") @DefaultValue("100") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return new Lines(customer == null ? audit.newest(most) : audit.of(customer, most));
    }

    @GET
    @Path("check")
    public Audit.Check check() {
        return audit.verify();
    }
}
