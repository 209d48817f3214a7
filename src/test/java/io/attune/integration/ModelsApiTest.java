package io.attune.integration;

import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.attune.message.Language;
import io.attune.turn.ModelsInUse;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A running server takes changed models, and goes on with its own when they are wrong. */
@QuarkusTest
@TestProfile(ModelsApiTest.OwnModels.class)
class ModelsApiTest {
    /** A folder of models of its own, watched closely, and a look at the threads that understand. */
    public static class OwnModels implements QuarkusTestProfile {
        static final Path FOLDER =
                Path.of("target/own-models-" + ProcessHandle.current().pid());

        @Override
        public Map<String, String> getConfigOverrides() {
            copy(Path.of("models"), FOLDER);
            return Map.of("attune.turn.models", FOLDER.toString(), "attune.turn.look-for-models", "200ms");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Watched.class);
        }
    }

    /** Notes which threads understand. */
    @Alternative
    @ApplicationScoped
    public static class Watched implements Understander {
        static final Set<String> THREADS = ConcurrentHashMap.newKeySet();
        static final Set<String> EVENT_LOOPS = ConcurrentHashMap.newKeySet();

        private final ModelsInUse models;

        Watched(ModelsInUse models) {
            this.models = models;
        }

        @Override
        public Understanding understand(String text, Language prior) {
            (Context.isOnEventLoopThread() ? EVENT_LOOPS : THREADS)
                    .add(Thread.currentThread().getName());
            return models.understand(text, prior);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void mend() {
        copy(Path.of("models"), OwnModels.FOLDER);
        reload().statusCode(200).body("refused", nullValue());
    }

    private static ValidatableResponse reload() {
        return as("admin").body("{}").post("/api/v1/models/reload").then();
    }

    private static ValidatableResponse models() {
        return as("supervisor").get("/api/v1/models").then().statusCode(200);
    }

    private static String version() {
        return models().extract().path("version");
    }

    private static String understood() {
        return as("integration")
                .body(Map.of("text", "my internet is slow"))
                .post("/api/v1/understand")
                .then()
                .statusCode(200)
                .extract()
                .path("intent");
    }

    @Test
    void tells_which_models_are_in_use() {
        models().body("version.length()", equalTo(12))
                .body("intents", hasItem("internet_slow"))
                .body("files.keySet()", hasItem("trained/en.bin.gz"))
                .body("heldout", aMapWithSize(4))
                .body("heldout.en.n", greaterThan(100))
                .body("withMeanings", hasSize(0))
                .body("refused", nullValue());
    }

    @Test
    void a_change_is_taken_into_use_by_itself() throws IOException {
        String before = version();
        Path cues = OwnModels.FOLDER.resolve("lexicon/cues-en.tsv");
        Files.writeString(cues, Files.readString(cues) + "\nfrustration\tbananas all the way down\n");
        await().atMost(Duration.ofSeconds(15)).until(() -> !version().equals(before));
        assertThat(understood()).isEqualTo("internet_slow");
    }

    @Test
    void a_damaged_file_is_refused_and_the_old_models_go_on() throws IOException {
        String before = version();
        Files.write(OwnModels.FOLDER.resolve("trained/en.bin.gz"), new byte[] {1, 2, 3});
        reload().statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("trained/en.bin.gz"))
                .body("errors.at", hasItem("trained/en.bin.gz"))
                .body("errors[0].detail", containsString("./attune train"))
                .body("version", equalTo(before));
        models().body("version", equalTo(before)).body("refused.errors.at", hasItem("trained/en.bin.gz"));
        assertThat(understood()).isEqualTo("internet_slow");
    }

    @Test
    void models_that_forget_a_sentence_are_refused() throws IOException {
        Files.writeString(OwnModels.FOLDER.resolve("must-hold.tsv"), "en\tbill_explain\tmy internet is slow\n");
        reload().statusCode(422).body("errors.at", hasItem("must-hold.tsv:1"));
    }

    @Test
    void no_message_is_understood_on_an_event_loop() {
        understood();
        String device = device();
        String conv = visiting(device)
                .body("{}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conv");
        visiting(device)
                .header("Idempotency-Key", "m1")
                .body(Map.of("content", Map.of("kind", "text", "text", "my internet is slow")))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Watched.THREADS.stream().anyMatch(name -> name.startsWith("turn-")));
        assertThat(Watched.EVENT_LOOPS).isEmpty();
    }

    @Test
    void a_text_without_end_is_refused_before_it_is_understood() {
        as("integration")
                .body(Map.of("text", "x".repeat(5000)))
                .post("/api/v1/understand")
                .then()
                .statusCode(400)
                .body("detail", containsString("text"))
                .body("detail", not(containsString("xxxx")));
    }
}
