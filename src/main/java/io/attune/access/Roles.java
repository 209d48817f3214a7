package io.attune.access;

import java.util.Set;

/** The roles, as they stand in {@code @RolesAllowed}. */
public final class Roles {
    /** A customer, signed in or anonymous; the principal's name is the customer id. */
    public static final String CUSTOMER = "customer";

    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";

    /** Another system of the provider's. */
    public static final String INTEGRATION = "integration";

    static final Set<String> OF_OPERATORS = Set.of(AGENT, SUPERVISOR, ADMIN, INTEGRATION);

    private Roles() {}
}
