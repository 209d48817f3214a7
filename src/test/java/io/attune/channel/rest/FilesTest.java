package io.attune.channel.rest;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that customers send. */
@QuarkusTest
class FilesTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @SuppressWarnings("NullAway.Init")
    private String owner;

    @BeforeEach
    void visit() {
        owner = device();
    }

    private static String conversation(String device) {
        return given().contentType("application/json")
                .header("Authorization", "Visitor " + device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .extract()
                .path("conv");
    }

    private static ValidatableResponse send(String device, String conv, String key, String name, byte[] bytes) {
        return given().header("Authorization", "Visitor " + device)
                .header("Idempotency-Key", key)
                .multiPart("file", name, bytes, "application/octet-stream")
                .multiPart("text", "the router, from behind")
                .post("/api/v1/conversations/" + conv + "/files")
                .then();
    }

    @Test
    void becomes_a_message_of_the_type_that_its_bytes_have_and_is_answered() {
        String conv = conversation(owner);
        String url = send(owner, conv, "f1", "../my router.exe", PNG)
                .statusCode(201)
                .body("id", equalTo("f1"))
                .body("content.kind", equalTo("image"))
                .body("content.mime", equalTo("image/png"))
                .body("content.name", equalTo("my router.exe"))
                .body("content.bytes", equalTo(PNG.length))
                .body("content.alt", equalTo("the router, from behind"))
                .extract()
                .path("content.url");
        given().header("Authorization", "Visitor " + owner)
                .get("/api/v1/conversations/" + conv + "/events")
                .then()
                .body("events.content.kind", hasItem("image"));
        byte[] back = given().header("Authorization", "Visitor " + owner)
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''my%20router.exe"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertThat(back).isEqualTo(PNG);
    }

    @Test
    void is_seen_by_its_owner_and_by_agents_alone() {
        String conv = conversation(owner);
        String url = send(owner, conv, "f1", "a.png", PNG).extract().path("content.url");
        as("agent1").get(url).then().statusCode(200);
        as("integration").get(url).then().statusCode(403);
        given().get(url).then().statusCode(401);
        given().header("Authorization", "Visitor " + device()).get(url).then().statusCode(404);
        given().header("Authorization", "Visitor " + owner)
                .get("/api/v1/me/export")
                .then()
                .body("files[0].url", equalTo(url));
        given().header("Authorization", "Visitor " + owner)
                .delete("/api/v1/me")
                .then()
                .statusCode(204);
        as("agent1").get(url).then().statusCode(404);
    }

    @Test
    void is_taken_once_under_one_key() {
        String conv = conversation(owner);
        int seq =
                send(owner, conv, "f1", "a.png", PNG).statusCode(201).extract().path("seq");
        send(owner, conv, "f1", "a.png", PNG)
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("seq", equalTo(seq));
        send(owner, conv, "f1", "a.txt", "other bytes".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
    }

    @Test
    void is_refused_with_a_word_when_it_cannot_be_taken() {
        String conv = conversation(owner);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        send(owner, conv, "f1", "page.png", page)
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("type"));
        send(owner, conv, "f2", "empty.txt", new byte[0]).statusCode(400).body("errors[0].at", equalTo("file"));
        byte[] large = new byte[8 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        send(owner, conv, "f3", "large.txt", large).statusCode(413).body("detail", startsWith("a file may have"));
        given().header("Authorization", "Visitor " + owner)
                .header("Idempotency-Key", "f4")
                .multiPart("document", "a.png", PNG)
                .post("/api/v1/conversations/" + conv + "/files")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("file"));
        given().header("Authorization", "Visitor " + owner)
                .multiPart("file", "a.png", PNG)
                .post("/api/v1/conversations/" + conv + "/files")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("Idempotency-Key"));
        send(device(), conv, "f5", "a.png", PNG).statusCode(404);
    }

    @Test
    void no_more_than_twenty_a_day() {
        String conv = conversation(owner);
        for (int i = 0; i < 20; i++) {
            send(owner, conv, "f" + i, "a.png", PNG).statusCode(201);
        }
        send(owner, conv, "f20", "a.png", PNG).statusCode(429);
        send(owner, conv, "f3", "a.png", PNG).statusCode(201);
    }
}
