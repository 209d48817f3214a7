package io.attune.audit;

import io.attune.access.Caller;
import io.attune.access.Current;
import io.attune.access.Operators;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what was done through the API into the audit. What was refused changed and showed nothing. */
@Provider
@Audited
public class AuditFilter implements ContainerResponseFilter {
    private static final int FIRST_FAILURE = 400;

    // Made before the database is open: looked up when something is done.
    private final Instance<Audit> audit;
    private final Current current;
    private final Instance<ConversationLog> log;
    private final Instance<Clock> clock;

    @Context
    @Nullable
    ResourceInfo resource;

    AuditFilter(Instance<Audit> audit, Current current, Instance<ConversationLog> log, Instance<Clock> clock) {
        this.audit = audit;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= FIRST_FAILURE || resource == null) {
            return;
        }
        Audited what = resource.getResourceMethod().getAnnotation(Audited.class);
        if (what != null) {
            Optional<Caller> customer = current.customer();
            Audit.Actor actor = customer.map(caller -> audit.get().customer(caller.customer()))
                    .orElseGet(() -> operator(current.operator()));
            audit.get()
                    .add(
                            actor,
                            what.value(),
                            concerned(request.getUriInfo().getPathParameters())
                                    .or(() -> customer.map(Caller::customer))
                                    .orElse(""),
                            clock.get().instant());
        }
    }

    private static Audit.Actor operator(Operators.Operator operator) {
        return new Audit.Actor(operator.username(), operator.role());
    }

    private Optional<String> concerned(MultivaluedMap<String, String> path) {
        return Optional.ofNullable(path.getFirst("id"))
                .or(() -> Optional.ofNullable(path.getFirst("conv"))
                        .flatMap(log.get()::header)
                        .map(Header::customer));
    }
}
