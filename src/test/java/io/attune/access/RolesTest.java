package io.attune.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the server's own OpenAPI document is tried by everybody, against the lines of {@code roles.txt}. A new
 * path without a line fails, and so does a line without a path.
 */
@QuarkusTest
class RolesTest {
    private static final String EVERYBODY = "everybody";
    private static final String NOBODY = "nobody";
    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Map<String, String> OPERATORS =
            Map.of("agent", "agent1", "supervisor", "supervisor", "admin", "admin", "integration", "integration");

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();

    @Test
    void everybody_can_do_what_their_role_may_and_nothing_else() throws IOException {
        Map<String, Set<String>> table = table();
        Set<String> operations = operations();
        assertThat(missing(operations, table.keySet()))
                .as("operations without a line in src/test/resources/roles.txt")
                .isEmpty();
        assertThat(missing(table.keySet(), operations))
                .as("lines of roles.txt without an operation")
                .isEmpty();
        var wrong = new ArrayList<String>();
        for (String operation : operations) {
            for (String role : List.of("agent", "supervisor", "admin", "integration", "customer", NOBODY)) {
                judge(operation, role, Objects.requireNonNull(table.get(operation)), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void judge(String operation, String role, Set<String> may, List<String> wrong) {
        int status = call(as(role), operation, types.getOrDefault(operation, JSON));
        boolean open = may.contains(EVERYBODY) || may.contains(role);
        boolean refused = status == (role.equals(NOBODY) ? 401 : 403);
        boolean signInAsked = operation.startsWith("POST /api/v1/sessions");
        boolean right = open ? signInAsked || (status != 401 && status != 403) && status < 500 : refused;
        if (!right) {
            wrong.add(operation + " as " + role + ": " + status);
        }
        if (operation.equals("DELETE /api/v1/sessions")) {
            tokens.clear();
        }
    }

    private static int call(RequestSpecification who, String operation, String type) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "no-such-thing");
        RequestSpecification request = who.redirects().follow(false);
        if (method.equals("POST") || method.equals("PUT")) {
            request.contentType(type).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(method, path).statusCode();
    }

    private RequestSpecification as(String role) {
        return switch (role) {
            case NOBODY -> given().contentType("application/json");
            case "customer" -> SignedIn.visiting(SignedIn.device());
            default -> {
                String token = tokens.computeIfAbsent(role, RolesTest::token);
                yield given().contentType("application/json").header("Authorization", "Bearer " + token);
            }
        };
    }

    private static String token(String role) {
        return given().contentType("application/json")
                .body(Map.of("user", Objects.requireNonNull(OPERATORS.get(role)), "password", "demo"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static List<String> missing(Set<String> of, Set<String> in) {
        return of.stream().filter(one -> !in.contains(one)).toList();
    }

    /** The operations of our own API; what tests add to the server is not in it. */
    private Set<String> operations() {
        Map<String, Map<String, Map<String, ?>>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        var operations = new TreeSet<String>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(METHODS::contains)
                .filter(method -> path.startsWith("/api/"))
                .forEach(method -> {
                    String operation = method.toUpperCase(Locale.ROOT) + " " + path;
                    operations.add(operation);
                    type(methods.get(method)).ifPresent(type -> types.put(operation, type));
                }));
        assertThat(operations).hasSizeGreaterThan(50);
        return operations;
    }

    /** The first of the media types that the operation takes: with another one it is refused before it is looked at. */
    private static Optional<String> type(Map<String, ?> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body
                        && body.get("content") instanceof Map<?, ?> content
                ? content.keySet().stream()
                        .map(String::valueOf)
                        .filter(type -> !type.contains("*"))
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, Set<String>> table() throws IOException {
        try (InputStream file = Objects.requireNonNull(RolesTest.class.getResourceAsStream("/roles.txt"))) {
            var table = new TreeMap<String, Set<String>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> table.put(
                            words[0] + " " + words[1], Set.of(java.util.Arrays.copyOfRange(words, 2, words.length))));
            return table;
        }
    }
}
