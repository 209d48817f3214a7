package io.attune.console;

import static io.attune.access.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path of one kind of customer through a dialog, over HTTP. */
@QuarkusTest
class DialogPathTest {
    private static JsonPath path(String dialogAndQuery) {
        return as("agent1")
                .get("/api/v1/dialogs/" + dialogAndQuery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_troubleshooting_tells_each_step_its_words_and_what_it_was_weighed_against() {
        JsonPath path = path("internet-slow/path?for=novice&contact=3&line=slow&language=es");
        assertThat(path.getString("for")).isEqualTo("novice");
        assertThat(path.getInt("contact")).isEqualTo(3);
        assertThat(path.getString("line")).isEqualTo("slow");
        assertThat(path.getString("language")).isEqualTo("es");
        assertThat(path.getString("version"))
                .isEqualTo(as("agent1").get("/api/v1/dialogs").path("version"));
        assertThat(path.getString("stops[0].says")).contains("3.ª vez");
        assertThat(path.getString("stops[0].why.kind")).isEqualTo("cost");
        assertThat(path.getString("stops[0].why.options[0].node")).isEqualTo(path.getString("stops[0].node"));
        assertThat(path.getList("stops[0].why.options.node")).contains("person");
        assertThat(path.getList("stops[0].why.known.how")).contains("diagnostics");
        assertThat(path.getString("end.how")).isEqualTo("person");
        assertThat(path.getString("end.sentence")).isNotEmpty();
    }

    @Test
    void without_a_lens_it_is_the_first_contact_of_somebody_who_is_not_known() {
        JsonPath path = path("internet-slow/path");
        assertThat(path.getString("for")).isEqualTo("standard");
        assertThat(path.getInt("contact")).isEqualTo(1);
        assertThat(path.getString("line")).isEqualTo("unknown");
        assertThat(path.getString("language")).isEqualTo("en");
    }

    @Test
    void a_flow_tells_what_led_to_each_step() {
        JsonPath path = path("explain-bill/path?for=expert");
        assertThat(path.getString("stops[0].why.by")).isEqualTo("start");
        assertThat(path.getString("stops[1].why.by")).isEqualTo("condition");
        assertThat(path.getString("stops[1].why.how")).isEqualTo("bill.amount unknown");
    }

    @Test
    void another_answer_is_another_path() {
        JsonPath likeliest = path("internet-slow/path");
        String node = likeliest.getString("stops[0].node");
        String other = likeliest.getString("stops[0].offers.find { !it.taken && it.value != null }.value");
        JsonPath changed = path("internet-slow/path?answer=" + node + ":" + other);
        assertThat(changed.getString("answers.'" + node + "'")).isEqualTo(other);
        assertThat(changed.getString("stops[0].offers.find { it.taken }.value")).isEqualTo(other);
    }

    @Test
    void every_dialog_has_a_path_of_nodes_that_its_drawing_has() {
        List<String> dialogs = as("agent1").get("/api/v1/dialogs").path("items.id");
        assertThat(dialogs).isNotEmpty();
        for (String dialog : dialogs) {
            List<String> drawn = as("agent1").get("/api/v1/dialogs/" + dialog).path("nodes.id");
            List<String> stops =
                    path(dialog + "/path?for=novice&contact=9&line=outage").getList("stops.node");
            assertThat(stops).as(dialog).isNotEmpty().allMatch(stop -> stop.equals("person") || drawn.contains(stop));
        }
    }

    @Test
    void everything_wrong_with_a_lens_is_told_at_once_by_name() {
        as("agent1")
                .get(
                        "/api/v1/dialogs/internet-slow/path?for=genius&contact=ten&line=up&language=it&mood=cross&answer=fact:where:mars&answer=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.at", containsInAnyOrder("for", "contact", "line", "language", "mood", "answer", "answer"))
                .body(
                        "errors.detail",
                        hasItems("must be one of novice, standard, expert", "must be a number from 1 to 9"))
                .body("errors.detail", everyItem(not(org.hamcrest.Matchers.containsString("genius"))));
    }

    @ParameterizedTest
    @CsvSource({
        "contact=0, contact",
        "contact=10, contact",
        "contact=-1, contact",
        "contact=2&contact=3, contact",
        "line=, line",
        "for=Novice, for",
        "answer=fact:where, answer",
        "answer=cause:line:yes, answer",
        "For=novice, For"
    })
    void what_is_no_lens_is_refused(String query, String at) {
        as("agent1")
                .get("/api/v1/dialogs/internet-slow/path?" + query)
                .then()
                .statusCode(400)
                .body("errors.at", hasItem(at));
    }

    @Test
    void there_is_no_path_through_a_dialog_that_is_not_there() {
        as("agent1").get("/api/v1/dialogs/no-such/path").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void a_drawing_comes_with_what_starts_the_dialog_and_the_languages_it_speaks() {
        as("agent1")
                .get("/api/v1/dialogs/internet-slow")
                .then()
                .statusCode(200)
                .body("triggers.en", not(empty()))
                .body("texts.language", hasItems("en", "es", "fr", "de"))
                .body("texts.find { it.language == 'en' }.missing", hasSize(0))
                .body("texts.find { it.language == 'en' }.texts", greaterThan(20));
        as("agent1")
                .get("/api/v1/dialogs")
                .then()
                .body("since", notNullValue())
                .body("version", not(startsWith("0000")))
                .body("items.find { it.id == 'internet-slow' }.kind", equalTo("troubleshoot"));
    }
}
