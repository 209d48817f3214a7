package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.visiting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.attune.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a customer was forgotten, nothing that was planted is left: not in any table, and not in the database's files. */
@QuarkusTest
@TestProfile(ForgottenTest.OnDisk.class)
class ForgottenTest {
    private static final String MARK = "Qxzmarker";
    private static final String CUSTOMER = "forget-" + MARK;

    /** A database with files of its own, which can be looked into. */
    public static class OnDisk implements QuarkusTestProfile {
        static final Path FOLDER =
                Path.of("target/forgotten-" + ProcessHandle.current().pid());

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.db.url",
                    "jdbc:h2:file:" + FOLDER.toAbsolutePath().resolve("attune") + ";DB_CLOSE_ON_EXIT=FALSE");
        }
    }

    @Inject
    Database database;

    @Test
    void leaves_nothing_of_what_was_planted() throws Exception {
        String device = plant();
        assertThat(tablesWithMarks())
                .contains(
                        "CANDIDATE",
                        "CUSTOMER",
                        "EVENT",
                        "LEDGER",
                        "IDENTITY",
                        "OUTAGE_PLACE",
                        "LINE_FAULT",
                        "RESTRICTION");
        assertThat(groundsWithMarks()).isPositive();
        assertThat(filesWithMarks()).isNotEmpty();
        visiting(device).delete("/api/v1/me").then().statusCode(204);
        assertThat(tablesWithMarks()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(filesWithMarks()).isEmpty());
        as("admin")
                .get("/api/v1/audit?customer=" + CUSTOMER)
                .then()
                .statusCode(200)
                .body("lines.action", hasItem("customer.erased"));
    }

    private static String plant() throws InterruptedException {
        as("integration")
                .body("{\"name\":\"" + MARK + "\",\"locale\":\"en-GB\",\"circumstances\":{\"note\":\"" + MARK
                        + "\"},\"identities\":[{\"channel\":\"email\",\"value\":\"" + MARK
                        + "@example.net\",\"verified\":true}]}")
                .put("/api/v1/customers/" + CUSTOMER)
                .then()
                .statusCode(200);
        as("integration")
                .body("[{\"at\":\"2026-01-10T09:00:00Z\",\"channel\":\"phone\",\"intent\":\"" + MARK + "\"}]")
                .post("/api/v1/customers/" + CUSTOMER + "/history")
                .then()
                .statusCode(200);
        as("integration")
                .body("{\"sync\":\"ok\"}")
                .put("/api/v1/demo/lines/" + CUSTOMER)
                .then()
                .statusCode(200);
        as("admin")
                .body("{\"restricted\":true,\"reason\":\"" + MARK + "\"}")
                .put("/api/v1/customers/" + CUSTOMER + "/restriction")
                .then()
                .statusCode(200);
        event("outage.started", "{\"id\":\"O1\",\"customers\":[\"" + CUSTOMER + "\"]}");
        event("line.fault", "{\"id\":\"F1\",\"customer\":\"" + CUSTOMER + "\",\"readings\":{\"errors\":\"high\"}}");
        String device = ticket(Map.of("site", "demo"));
        String conv = visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        visiting(device)
                .body("{\"improvement\":true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        say(device, conv, "m0", "blorp wug zindle " + MARK);
        await().atMost(Duration.ofSeconds(10)).until(() -> answered(device, conv));
        say(device, conv, "m1", "my internet is slow, " + MARK);
        say(device, conv, "m2", "it is " + MARK + " again and I want a person");
        String jwt = as("integration")
                .body(Map.of("customer", CUSTOMER))
                .post("/api/v1/demo/identities")
                .then()
                .extract()
                .path("identity");
        assertThat(ticket(Map.of("site", "demo", "visitor", device, "identity", jwt)))
                .isEqualTo(device);
        visiting(device)
                .body("{\"nickname\":\"" + MARK + "\"}")
                .put("/api/v1/me/preferences")
                .then()
                .statusCode(200);
        visiting(device)
                .body("{\"household\":\"" + MARK + "\"}")
                .put("/api/v1/me/profile")
                .then()
                .statusCode(200);
        // A file in which something was changed and removed before has older copies of it too.
        Thread.sleep(1500);
        return device;
    }

    private static boolean answered(String device, String conv) {
        return visiting(device)
                .get("/api/v1/conversations/" + conv + "/events?after=0")
                .then()
                .extract()
                .asString()
                .contains("replyTo");
    }

    private static void event(String type, String data) {
        as("integration")
                .config(io.restassured.config.RestAssuredConfig.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(
                                        "application/cloudevents+json", io.restassured.http.ContentType.TEXT)))
                .contentType("application/cloudevents+json")
                .body("{\"specversion\":\"1.0\",\"id\":\"" + type + "\",\"source\":\"/t\",\"type\":\"x." + type
                        + "\",\"data\":" + data + "}")
                .post("/api/v1/events")
                .then()
                .statusCode(200);
    }

    private static String ticket(Map<String, String> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("visitor");
    }

    private static void say(String device, String conv, String key, String text) {
        visiting(device)
                .header("Idempotency-Key", key)
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
    }

    private List<String> tablesWithMarks() {
        return database.jdbi().withHandle(h -> {
            var found = new ArrayList<String>();
            for (String table : h.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by 1")
                    .mapTo(String.class)
                    .list()) {
                boolean marked = h.createQuery("select * from \"" + table + "\"").mapToMap().stream()
                        .anyMatch(row -> row.values().stream()
                                .anyMatch(value -> String.valueOf(value).contains(MARK)));
                if (marked) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    private int groundsWithMarks() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select count(*) from event where grounds like ?")
                        .bind(0, "%" + MARK + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    private static List<Path> filesWithMarks() throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(OnDisk.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Texts are kept in UTF-8; a mark of ASCII letters looks the same in Latin-1.
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
