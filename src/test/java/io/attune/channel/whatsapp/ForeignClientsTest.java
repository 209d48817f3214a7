package io.attune.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.Ladder;
import io.attune.channel.Piece;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.sandbox.whatsapp.Sandbox;
import io.attune.sandbox.whatsapp.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two clients of the Cloud API that others wrote, from the npm registry: as a business they get along with the sandbox, and
 * what the adapter writes is what they would write. Skipped where there is no node, npm or registry.
 */
class ForeignClientsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("target", "npm", "whatsapp");
    private static final List<String> PACKAGES = List.of("whatsapp-api-js@6.3.0", "@kapso/whatsapp-cloud-api@0.3.0");
    private static boolean here;

    private @Nullable Process client;

    @BeforeAll
    static void fetch() throws Exception {
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
        Files.copy(
                Path.of("src/test/resources/whatsapp/clients.mjs"),
                HOME.resolve("clients.mjs"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--no-save"));
        command.addAll(PACKAGES);
        try {
            Process npm = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(HOME.resolve("npm.log").toFile())
                    .start();
            here = npm.waitFor(90, TimeUnit.SECONDS) && npm.exitValue() == 0;
            npm.destroyForcibly();
        } catch (IOException nothing) {
            here = false;
        }
    }

    @AfterEach
    void end() {
        if (client != null) {
            client.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp-api-js", "kapso"})
    void a_business_of_others_gets_along_with_the_sandbox(String name) throws Exception {
        ready();
        int port = freePort();
        URI webhook = URI.create("http://127.0.0.1:" + port + "/");
        try (Sandbox sandbox = Sandbox.start(Settings.standard(0, webhook), Clock.systemUTC())) {
            List<String> lines =
                    start(name, "business", Map.of("SANDBOX", sandbox.address().toString(), "PORT", "" + port));
            await().atMost(Duration.ofSeconds(20)).until(() -> lines.contains("ready"));
            var phone = new SandboxPhone(sandbox.address());
            phone.say("grüß dich 👋");
            await().untilAsserted(() -> assertThat(phone.texts()).contains("you said grüß dich 👋"));
            phone.say("buttons");
            await().untilAsserted(() -> assertThat(phone.texts()).contains("Yes or no?"));
            phone.tap(phone.received().getLast(), 1);
            await().untilAsserted(() -> assertThat(phone.texts()).contains("you said No"));
            phone.say("list");
            await().untilAsserted(() -> assertThat(phone.texts()).contains("Which room?"));
            assertThat(Try.labels(phone.received().getLast())).containsExactly("Kitchen", "Bath", "Attic", "Cellar");
            phone.tap(phone.received().getLast(), 3);
            await().untilAsserted(() -> assertThat(phone.texts()).contains("you said Cellar"));
            await().untilAsserted(() -> assertThat(lines).contains("status sent", "status delivered"));
            assertThat(phone.state().path("bubbles").path(0).path("status").asText())
                    .isEqualTo("read");
            phone.become("16505550142", true);
            phone.say("without a number");
            await().untilAsserted(() -> assertThat(phone.texts()).contains("you said without a number"));
            assertThat(lines).noneMatch(line -> line.startsWith("wrong"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp-api-js", "kapso"})
    void what_the_adapter_writes_is_what_others_would_write(String name) throws Exception {
        ready();
        List<ObjectNode> ours = messages();
        List<String> theirs = start(name, "judge", Map.of("SANDBOX", "http://127.0.0.1:9"));
        try (var writer = java.util.Objects.requireNonNull(client).outputWriter()) {
            for (ObjectNode message : ours) {
                writer.write(message + "\n");
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> theirs.size() >= ours.size());
        for (int i = 0; i < ours.size(); i++) {
            assertThat(without(JSON.readTree(theirs.get(i)))).isEqualTo(without(ours.get(i)));
        }
    }

    /** Every kind of piece, at its limits. */
    private static List<ObjectNode> messages() {
        var known = peer("16505550100", "US.1");
        var hidden = peer(null, "US.13491208655302741918");
        var contents = List.of(
                new Content.Text("Hello 👋 grüß dich"),
                new Content.Text("x".repeat(4096)),
                choices(2, 20, "y".repeat(1024)),
                choices(3, 20, "?"),
                choices(4, 24, "Which?"),
                choices(10, 24, "z".repeat(1024)),
                choices(10, 40, "Numbered?"));
        var messages = new ArrayList<ObjectNode>();
        for (Content content : contents) {
            for (Piece piece : Ladder.pieces(content, Wire.SHOWS, Language.DE)) {
                messages.add(Wire.message(known, piece, "conv.1.0"));
                messages.add(Wire.message(hidden, piece, "conv.2.0"));
            }
        }
        messages.add(Wire.read("wamid.1", true));
        return messages;
    }

    private static Peer peer(@Nullable String waId, String userId) {
        return new Peer("p", "1", "c", waId, userId, Instant.MAX, Instant.EPOCH, null);
    }

    private static Content choices(int count, int length, String text) {
        List<Choice> choices = IntStream.range(0, count)
                .mapToObj(i ->
                        new Choice("choice-" + i, i + "t".repeat(length - 1), null, count > 3 ? "d".repeat(72) : null))
                .toList();
        return new Content.Choices(text, choices, null);
    }

    /** What a client leaves out or adds without a meaning: the name that only Latin numbers need, empty titles. */
    private static JsonNode without(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("recipient_type");
        if (copy.path("text").has("preview_url")
                && !copy.path("text").path("preview_url").asBoolean()) {
            ((ObjectNode) copy.path("text")).remove("preview_url");
        }
        return copy;
    }

    private List<String> start(String name, String task, Map<String, String> more) throws IOException {
        var builder = new ProcessBuilder("node", "clients.mjs", name, task)
                .directory(HOME.toFile())
                .redirectError(HOME.resolve(name + ".log").toFile());
        builder.environment().putAll(more);
        builder.environment()
                .putAll(Map.of(
                        "NUMBER", Lines.SANDBOX_NUMBER, "TOKEN", Lines.SANDBOX_TOKEN, "SECRET", Lines.SANDBOX_SECRET));
        client = builder.start();
        var lines = new CopyOnWriteArrayList<String>();
        BufferedReader reader = client.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> reader.lines().forEach(lines::add));
        return lines;
    }

    private static void ready() {
        assumeThat(here)
                .as("the packages " + PACKAGES + " could not be had from npm; see " + HOME.resolve("npm.log"))
                .isTrue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
