package io.attune.integration.csv;

import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.customer.Origin;
import io.attune.problem.Fault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /api/v1/imports/customers}: customers from a table. Larger files go through {@code ./attune import}. */
@Path("/api/v1/imports/customers")
@RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
public class ImportResource {
    private static final int MOST_FAULTS = 1000;

    private final CustomerImport customers;
    private final Current current;
    private final Clock clock;

    ImportResource(CustomerImport customers, Current current, Clock clock) {
        this.customers = customers;
        this.current = current;
        this.clock = clock;
    }

    /** @param errors of the rows that were refused, by {@code LINE.column}; the first thousand */
    public record Imported(long taken, long refused, List<Fault> errors) {}

    @POST
    @Consumes("text/csv")
    @Audited("customers.imported")
    public Imported take(InputStream file) {
        var errors = new ArrayList<Fault>();
        var listener = new CustomerImport.Listener() {
            @Override
            public void refused(long line, Fault fault) {
                if (errors.size() < MOST_FAULTS) {
                    errors.add(new Fault("line " + line + "." + fault.at(), fault.detail()));
                }
            }

            @Override
            public void progress(long taken, long refused) {}
        };
        var origin = Origin.of(current.operator().username() + ", file", clock.instant());
        CustomerImport.Result result = customers.take(file, origin, listener);
        return new Imported(result.taken(), result.refused(), errors);
    }
}
