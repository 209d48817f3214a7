package io.attune.turn;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.attune.cli.ReplayCommand;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Dialogs change under a server that talks. */
@QuarkusTest
@TestProfile(OwnDialogs.class)
class DialogReloadTest {
    private static final Path TEXTS = OwnDialogs.FOLDER.resolve("account/parental-control.texts.yaml");
    private static final String OLD = "How old is the youngest child that it is for?";
    private static final String NEW = "Which age is the youngest child?";

    @AfterEach
    void asItWas() throws IOException {
        OwnDialogs.restore();
        as("admin").post("/api/v1/dialogs/reload").then().statusCode(200);
    }

    private static String version() {
        return as("agent1")
                .get("/api/v1/dialogs")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    /** Somebody who talks: says a thing, and hears the whole answer. */
    private static final class Talk {
        private final String customer = device();
        private final String conv = visiting(customer)
                .body("{\"locale\":\"en\"}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        private int said;

        String say(String text) {
            return send(Map.of("kind", "text", "text", text));
        }

        String pick(String choice) {
            return send(Map.of("kind", "choice", "choiceId", choice));
        }

        private String send(Map<String, String> content) {
            int seq = visiting(customer)
                    .header("Idempotency-Key", "m" + ++said)
                    .body(Map.of("content", content))
                    .post("/api/v1/conversations/" + conv + "/messages")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("seq");
            return await().until(() -> answer(seq), text -> !text.isEmpty());
        }

        private String answer(int after) {
            List<Map<String, Object>> events = visiting(customer)
                    .get("/api/v1/conversations/" + conv + "/events?after=" + after)
                    .then()
                    .extract()
                    .path("events");
            return events.toString().replace("[]", "");
        }

        List<String> versions() {
            return as("agent1")
                    .get("/api/v1/conversations/" + conv + "/trace")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("turns.dialogs");
        }
    }

    @Test
    void who_is_in_a_dialog_finishes_it_as_it_began_and_who_comes_next_gets_the_edit() throws Exception {
        String before = version();
        var early = new Talk();
        assertThat(early.say("I want parental control")).contains("What would you like to set up");

        String since = as("agent1").get("/api/v1/dialogs").path("since");
        OwnDialogs.edit(TEXTS, OLD, NEW);
        await().until(() -> !version().equals(before));
        String after = version();
        String later = as("agent1").get("/api/v1/dialogs").path("since");
        assertThat(Instant.parse(later)).isAfter(Instant.parse(since));
        var late = new Talk();
        late.say("I want parental control");
        assertThat(late.pick("s:parental-control:what:sites")).contains(NEW);
        assertThat(early.pick("s:parental-control:what:sites")).contains(OLD);

        assertThat(early.versions()).containsOnly(before);
        assertThat(late.versions()).containsOnly(after);
    }

    @Test
    void a_broken_edit_is_refused_with_every_fault_and_nothing_of_it_is_served() throws Exception {
        String before = version();
        OwnDialogs.edit(
                OwnDialogs.FOLDER.resolve("account/parental-control.yaml"), "small: turn-on,", "small: turn-onn,");
        OwnDialogs.edit(OwnDialogs.FOLDER.resolve("account/complaint.yaml"), "kind: flow", "kind: flaw");
        OwnDialogs.edit(TEXTS, OLD, NEW);
        as("admin")
                .post("/api/v1/dialogs/reload")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(before))
                .body("errors.at", hasItem("account/complaint.yaml:3"))
                .body("errors.at", hasItem("account/parental-control.yaml:12"))
                .body("errors.detail", hasItem(containsString("did you mean 'turn-on'?")));
        assertThat(version()).isEqualTo(before);
        var talk = new Talk();
        talk.say("I want parental control");
        assertThat(talk.pick("s:parental-control:what:sites")).contains(OLD).doesNotContain(NEW);
    }

    @Test
    void only_an_administrator_has_them_read_anew() {
        as("agent1").post("/api/v1/dialogs/reload").then().statusCode(403);
        as("admin")
                .post("/api/v1/dialogs/reload")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"))
                .body("version", equalTo(version()))
                .body("faults", hasSize(0));
    }

    @Test
    void the_console_sees_what_came_of_the_last_edit() throws Exception {
        Files.writeString(OwnDialogs.FOLDER.resolve("new.yaml"), "dialog: [\n");
        await().until(() -> "refused".equals(as("agent1").get("/api/v1/dialogs").path("reload.outcome")));
        as("agent1").get("/api/v1/dialogs").then().body("reload.faults.file", hasItem("new.yaml"));
        Files.delete(OwnDialogs.FOLDER.resolve("new.yaml"));
        await().until(() ->
                "unchanged".equals(as("agent1").get("/api/v1/dialogs").path("reload.outcome")));
        as("agent1")
                .get("/api/v1/dialogs")
                .then()
                .body("reload.faults", hasSize(0))
                .body("refused.outcome", equalTo("refused"))
                .body("refused.faults.file", hasItem("new.yaml"));
    }

    /** As from the command line, on the server's own database. */
    private static String replay(int exit, String... options) {
        var out = new StringWriter();
        var command = new ReplayCommand(Map.of(
                "ATTUNE_DB_URL",
                "jdbc:h2:mem:reload;DB_CLOSE_DELAY=-1",
                "ATTUNE_TURN_DIALOGS",
                OwnDialogs.FOLDER.toString()));
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(options);
        assertThat(code).as(out.toString()).isEqualTo(exit);
        return out.toString();
    }

    @Test
    void what_was_talked_is_replayed_to_the_same_and_after_an_edit_to_what_differs() throws Exception {
        var talk = new Talk();
        talk.say("I want parental control");
        talk.pick("s:parental-control:what:sites");
        talk.pick("s:parental-control:age:teen");
        var agents = new Talk();
        for (String words : List.of("my internet is slow", "no", "still the same", "what?", "a person please")) {
            agents.say(words);
        }
        as("agent1")
                .body("{}")
                .post("/api/v1/agent/conversations/" + agents.conv + "/claim")
                .then()
                .statusCode(200);
        as("agent1")
                .body("{\"instruction\":\"explain-bill\"}")
                .post("/api/v1/agent/conversations/" + agents.conv + "/return")
                .then()
                .statusCode(200);
        await().until(() -> agents.answer(0).split("handoff.returned").length > 1
                && agents.answer(0).split("handoff.returned")[1].contains("role=bot"));
        agents.say("I mean the wifi in my bedroom");
        assertThat(replay(0)).contains(" 0 different");
        assertThat(replay(0, "--conversation", agents.conv)).startsWith("1 conversations, ");

        OwnDialogs.edit(TEXTS, OLD, NEW);
        assertThat(replay(0, "--conversation", agents.conv)).contains(" 0 different");
        assertThat(replay(1, "--conversation", talk.conv))
                .contains(talk.conv + ": turn 3, the answer to message ")
                .contains("text was '" + OLD + "', is '" + NEW + "'")
                .contains("1 different");
        assertThat(replay(1, "--conversation", talk.conv, "--json"))
                .contains("\"in\":\"text\",\"was\":\"" + OLD)
                .contains("{\"sum\":{\"conversations\":1,");
        as("admin").post("/api/v1/dialogs/reload").then().statusCode(200);
        as("admin")
                .get("/api/v1/replay?conversation=" + talk.conv)
                .then()
                .statusCode(200)
                .body("dialogs", equalTo(version()))
                .body("sum.different", equalTo(1))
                .body("items[0].first.turn", equalTo(3));
        visiting(talk.customer)
                .body("{\"improvement\":false}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        assertThat(replay(0, "--conversation", talk.conv)).contains("1 more left out");
    }

    @Test
    void a_replay_says_what_is_wrong_with_how_it_was_asked_for() throws Exception {
        assertThat(replay(2, "--conversation", "nobody")).contains("no conversation nobody");
        assertThat(replay(2, "--since", "yesterday")).contains("not yesterday");
        assertThat(replay(2, "--dialogs", "target/nowhere")).contains("no folder");
        assertThat(replay(0, "--since", "2999-01-01")).startsWith("0 conversations");
        as("admin").get("/api/v1/replay?since=soon").then().statusCode(400).body("errors[0].at", equalTo("since"));
        as("admin").get("/api/v1/replay?conversation=x").then().statusCode(404);
        as("supervisor").get("/api/v1/replay").then().statusCode(403);
        Files.writeString(OwnDialogs.FOLDER.resolve("new.yaml"), "dialog: [\n");
        assertThat(replay(2)).contains("new.yaml:2", "have faults");
    }
}
