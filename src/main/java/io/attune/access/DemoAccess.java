package io.attune.access;

import java.util.List;

/** What demo mode lets in. Everybody can read it here, so production refuses all of it. */
final class DemoAccess {
    static final String SITE = "demo";
    static final String SECRET = "attune demo site key, known to everybody";
    static final String PASSWORD = "demo";
    static final List<Operator> OPERATORS = List.of(
            new Operator("agent1", "Ana", Roles.AGENT),
            new Operator("agent2", "Ben", Roles.AGENT),
            new Operator("supervisor", "Sam", Roles.SUPERVISOR),
            new Operator("admin", "Admin", Roles.ADMIN),
            new Operator("integration", "Integration", Roles.INTEGRATION));
    static final List<String> ORIGINS = List.of("http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*");

    /** @param name what customers see */
    record Operator(String username, String name, String role) {}

    private DemoAccess() {}
}
