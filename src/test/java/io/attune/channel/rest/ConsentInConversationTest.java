package io.attune.channel.rest;

import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told and asked about the customer's data in a conversation, and what is kept of the answer. */
@QuarkusTest
class ConsentInConversationTest {
    @SuppressWarnings("NullAway.Init")
    private String device;

    private int said;

    @BeforeEach
    void visit() {
        device = device();
    }

    private String open() {
        return visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
    }

    private JsonPath events(String conv) {
        return visiting(device)
                .get("/api/v1/conversations/" + conv + "/events")
                .then()
                .extract()
                .jsonPath();
    }

    /** What the bot answers. */
    private String say(String conv, String text) {
        int seq = visiting(device)
                .header("Idempotency-Key", "s" + said++)
                .body("{\"content\":{\"kind\":\"text\",\"text\":\"" + text + "\"}}")
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("seq");
        String answer = "events.find { it.data != null && it.data.replyTo == " + seq + " }.content.text";
        await().until(() -> events(conv).get(answer) != null);
        return events(conv).getString(answer);
    }

    @Test
    void the_notice_is_part_of_the_first_greeting_and_of_no_other() {
        String conv = open();
        assertThat(events(conv).getList("events")).hasSize(1);
        assertThat(events(conv).getString("events[0].content.text")).contains("To help you I use");
        say(conv, "my internet is slow");
        assertThat(events(open()).getString("events[0].content.text"))
                .contains("automated assistant")
                .doesNotContain("To help you I use");
    }

    @Test
    void an_objection_drops_what_was_estimated_and_is_kept_with_time_channel_and_wording() {
        String conv = open();
        say(conv, "my DOCSIS modem logs T3 timeouts, SNR is 29 dB");
        visiting(device).get("/api/v1/me/export").then().body("file.estimates", not(hasSize(0)));
        assertThat(say(conv, "please stop using my data")).contains("Done:");
        visiting(device)
                .get("/api/v1/me/consents")
                .then()
                .body("personalisation", equalTo(false))
                .body("service", equalTo(true));
        visiting(device)
                .get("/api/v1/me/export")
                .then()
                .body("file.estimates", hasSize(0))
                .body("file.settings.consents.said.personalisation.granted", equalTo(false))
                .body("file.settings.consents.said.personalisation.at", notNullValue())
                .body("file.settings.consents.said.personalisation.channel", notNullValue())
                .body("file.settings.consents.said.personalisation.wording", containsString("own words/"))
                .body("file.settings.notices.told", notNullValue());
        say(conv, "the PHY rate and the PTR record are fine");
        visiting(device).get("/api/v1/me/export").then().body("file.estimates", hasSize(0));
        int last = events(conv).getInt("head");
        visiting(device)
                .get("/api/v1/me/why?conversation=" + conv + "&seq=4")
                .then()
                .statusCode(200);
        assertThat(last).isGreaterThan(5);
        assertThat(say(conv, "ok, you may profile me again")).contains("again");
        visiting(device).get("/api/v1/me/consents").then().body("personalisation", equalTo(true));
    }

    @Test
    void why_names_the_consent_as_the_ground_of_the_answer() {
        String conv = open();
        say(conv, "don't profile me");
        visiting(device)
                .get("/api/v1/me/why?conversation=" + conv + "&seq=3")
                .then()
                .statusCode(200)
                .body("because.what", hasItem("consent"))
                .body("because.value", hasItem("personalisation refused"));
    }
}
