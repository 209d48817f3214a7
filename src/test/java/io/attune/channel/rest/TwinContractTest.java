package io.attune.channel.rest;

import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** REST and server-sent events, as the protocol's document says. */
@QuarkusTest
class TwinContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @SuppressWarnings("NullAway.Init")
    private String customer;

    @BeforeEach
    void visit() {
        customer = device();
    }

    private static JsonSchema schema() {
        InputStream file = TwinContractTest.class.getResourceAsStream("/protocol/care.v1.schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }

    private String open() {
        Map<String, Object> opened = visiting(customer)
                .body("{}")
                .post(CONVERSATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("$");
        assertThat(opened).containsOnlyKeys("conv", "epoch", "seq");
        return (String) opened.get("conv");
    }

    private ValidatableResponse send(String conv, String key, String body) {
        return visiting(customer)
                .header("Idempotency-Key", key)
                .body(body)
                .post(CONVERSATIONS + "/" + conv + "/messages")
                .then();
    }

    private static String text(String words) {
        return "{\"content\":{\"kind\":\"text\",\"text\":\"" + words + "\"}}";
    }

    private JsonNode events(String conv, String query) throws Exception {
        return JSON.readTree(visiting(customer)
                .get(CONVERSATIONS + "/" + conv + "/events" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void opening_always_makes_a_new_conversation() {
        assertThat(open()).isNotEqualTo(open());
    }

    @Test
    void a_message_is_stored_once_under_its_key() {
        String conv = open();
        Map<String, Object> said = send(conv, "k1", text("my wifi is weak"))
                .statusCode(201)
                .extract()
                .path("$");
        assertThat(said).containsOnlyKeys("id", "seq").containsEntry("id", "k1");
        send(conv, "k1", text("my wifi is weak"))
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("seq", equalTo(said.get("seq")));
        send(conv, "k1", text("something else")).statusCode(422).contentType("application/problem+json");
    }

    @Test
    void what_is_wrong_is_named() {
        String conv = open();
        visiting(customer)
                .body(text("hello"))
                .post(CONVERSATIONS + "/" + conv + "/messages")
                .then()
                .statusCode(400)
                .body("errors[0].at", equalTo("Idempotency-Key"));
        send(conv, "k1", "{\"content\":{\"kind\":\"text\",\"text\":\"x\",\"colour\":\"red\"}}")
                .statusCode(400)
                .body("errors[0].at", equalTo("content.colour"));
        send(conv, "k1", "{\"content\":{\"kind\":\"text\",\"text\":\" \"}}")
                .statusCode(400)
                .body("errors[0].at", equalTo("content.text"));
        send(
                        conv,
                        "k1",
                        "{\"content\":{\"kind\":\"image\",\"url\":\"https://elsewhere/x\",\"mime\":\"image/png\",\"name\":\"x\",\"bytes\":1}}")
                .statusCode(400)
                .body("errors[0].at", equalTo("content.kind"));
        for (String query : List.of("after=-1", "limit=0", "limit=1001", "after=x")) {
            visiting(customer)
                    .get(CONVERSATIONS + "/" + conv + "/events?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void another_visitors_conversation_does_not_exist() {
        String conv = open();
        String other = device();
        for (String path : List.of("/events", "/stream")) {
            visiting(other).get(CONVERSATIONS + "/" + conv + path).then().statusCode(404);
        }
        visiting(other)
                .header("Idempotency-Key", "k1")
                .body(text("hello"))
                .post(CONVERSATIONS + "/" + conv + "/messages")
                .then()
                .statusCode(404);
    }

    @Test
    void the_events_and_the_stream_tell_the_same_in_frames_of_the_schema() throws Exception {
        String conv = open();
        send(conv, "k1", text("my internet is slow"));
        await().until(() -> events(conv, "").path("events").size() >= 3);
        send(conv, "k2", "{\"content\":{\"kind\":\"choice\",\"choiceId\":\"t:person\"}}")
                .statusCode(201);
        await().until(() -> events(conv, "").path("events").toString().contains("handoff.queued"));
        JsonNode page = events(conv, "");
        assertThat(page.path("head").asInt()).isEqualTo(page.path("events").size());
        JsonSchema schema = schema();
        int expected = 1;
        for (JsonNode event : page.path("events")) {
            assertThat(schema.validate(event)).as(event.toString()).isEmpty();
            assertThat(event.path("seq").asInt()).isEqualTo(expected++);
        }
        assertThat(events(conv, "?after=1&limit=1").path("events"))
                .hasSize(1)
                .first()
                .extracting(e -> ((JsonNode) e).path("seq").asInt())
                .isEqualTo(2);

        List<JsonNode> streamed = stream(conv, 1, page.path("head").asInt() - 1);
        for (int i = 0; i < streamed.size(); i++) {
            assertThat(streamed.get(i)).isEqualTo(page.path("events").get(i + 1));
        }
    }

    /** So many events after one, each with its {@code id} before its {@code data}. */
    private List<JsonNode> stream(String conv, int after, int count) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + CONVERSATIONS + "/" + conv + "/stream"))
                .header("Authorization", "Visitor " + customer)
                .header("Last-Event-ID", String.valueOf(after))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            var events = new ArrayList<JsonNode>();
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String id = "";
                while (events.size() < count) {
                    String line = String.valueOf(lines.readLine());
                    if (line.startsWith("id:")) {
                        id = line.substring(3).strip();
                    } else if (line.startsWith("data:")) {
                        events.add(JSON.readTree(line.substring(5)));
                        assertThat(events.getLast().path("seq").asText()).isEqualTo(id);
                    }
                }
            }
            http.shutdownNow();
            return events;
        }
    }

    @Test
    void why_names_each_datum_with_its_purpose() {
        String conv = open();
        send(conv, "k1", text("my internet is slow"));
        await().until(() -> events(conv, "").path("events").size() >= 3);
        visiting(customer)
                .get("/api/v1/me/why?conversation=" + conv + "&seq=3")
                .then()
                .statusCode(200)
                .body("data[0].purpose", equalTo("service"))
                .body("data[0]", hasKey("what"))
                .body("data[0].code", equalTo("words"))
                .body("decision", notNullValue());
    }
}
