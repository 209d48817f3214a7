package io.attune.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Java client and its example, against the running server. */
@QuarkusTest
class ExampleTest {
    private static URI server() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Test
    void the_example_tells_the_story_to_a_person() throws Exception {
        assertThat(Example.talk(server()))
                .contains("automated assistant")
                .contains("customer: my internet is slow")
                .contains("colleague");
    }

    @Test
    void a_file_and_a_device_are_taken_and_a_refusal_is_told() {
        CareClient care = CareClient.anonymous(server(), CareClient.newVisitor(server(), "demo"));
        String conv = care.open("en");
        assertThat(care.upload(conv, "notes.txt", "the box blinks".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(2);
        care.background("phone", "token");
        care.foreground("phone");
        assertThat(care.events(conv, 1)).first().extracting(CareEvent::ev).isEqualTo("message");
        assertThatThrownBy(() -> care.say("nobody-s", "hello")).isInstanceOfSatisfying(CareException.class, refused -> {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.isWorthAnotherAttempt()).isFalse();
        });
    }

    @Test
    void reads_what_it_writes() {
        var all = Map.of("s", "a \"b\" \\ \n é 😀", "n", 1.5, "l", List.of(true, Map.of("x", "y")));
        assertThat(Json.read(Json.write(all))).isEqualTo(all);
        for (String bad : List.of("", "{", "[1,", "{\"a\" 1}", "tru", "1 2", "\"a")) {
            assertThatThrownBy(() -> Json.read(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
