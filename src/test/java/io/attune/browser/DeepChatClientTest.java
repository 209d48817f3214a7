package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.attune.access.SignedIn.as;
import static io.attune.access.SignedIn.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.attune.foreign.NpmPackage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Deep Chat component, as it comes from the registry, on a page of another origin. */
@QuarkusTest
class DeepChatClientTest {
    private static final NpmPackage COMPONENT = new NpmPackage("deep-chat", "2.4.2");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    final Windows windows = new Windows();

    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = "<!doctype html><html lang=en><title>A site</title><body></body></html>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    private Page chat(String connect) throws IOException {
        Page page = windows.open("http://localhost:" + site.getAddress().getPort() + "/", 420, 620, ColorScheme.LIGHT);
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setType("module")
                .setContent(Files.readString(COMPONENT.file("dist/deepChat.bundle.js"))));
        page.evaluate("""
                ([url, visitor, more]) => {
                  const chat = document.createElement('deep-chat');
                  chat.style.width = '400px';
                  chat.style.height = '600px';
                  chat.connect = {url, additionalBodyProps: {site: 'demo', visitor}, ...JSON.parse(more)};
                  document.body.append(chat);
                }""", List.of(url(connect), device(), connect));
        return page;
    }

    private static String url(String connect) {
        String http = Windows.server() + "/chat/deepchat";
        return connect.contains("websocket") ? http.replace("http", "ws") : http;
    }

    private static void say(Page page, String text) {
        Locator box = page.locator("#text-input");
        box.click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static Locator messages(Page page) {
        return page.locator("#messages");
    }

    @Test
    void shows_an_answer_and_takes_a_button_over_http() throws IOException {
        Page page = chat("{}");
        say(page, "my internet is slow");
        assertThat(messages(page)).containsText("automated assistant");
        assertThat(messages(page)).containsText("let us find out where it gets stuck");
        page.locator(".deep-chat-suggestion-button", new Page.LocatorOptions().setHasText("Everywhere"))
                .click();
        assertThat(page.locator(".user-message-text").last()).hasText("Everywhere");
        assertThat(page.locator(".deep-chat-suggestion-button", new Page.LocatorOptions().setHasText("Everywhere")))
                .hasCount(0);
        assertThat(page.locator(".ai-message-text")).not().hasCount(2);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("deep-chat.png")));
        assertThat(windows.faults()).isEmpty();
    }

    @Test
    void shows_a_stream() throws IOException {
        Page page = chat("{\"stream\":true}");
        say(page, "my internet is slow");
        // Shown as a list, whose numbers are no text of the page.
        assertThat(page.locator(".ai-message-text ol li").first()).hasText("In one room");
        assertThat(messages(page)).containsText("Reply with the number");
        say(page, "3");
        assertThat(page.locator(".ai-message-text")).hasCount(2);
        assertThat(messages(page)).not().containsText("Error");
    }

    @Test
    void an_agents_words_arrive_by_themselves_over_a_websocket() throws IOException {
        Page page = chat("{\"websocket\":true}");
        page.waitForTimeout(500);
        say(page, "I want to talk to a person");
        assertThat(messages(page)).containsText("automated assistant");
        var waiting = "items.findAll { it.channel == 'deepchat' }.conv";
        await().until(() ->
                !as("agent1").get("/api/v1/queue").jsonPath().getList(waiting).isEmpty());
        String conv = as("agent1")
                .get("/api/v1/queue")
                .jsonPath()
                .getString("items.findAll { it.channel == 'deepchat' }[-1].conv");
        as("agent1")
                .body("{}")
                .post("/api/v1/agent/conversations/" + conv + "/claim")
                .then()
                .statusCode(200);
        as("agent1")
                .body("{\"content\":{\"kind\":\"text\",\"text\":\"Ana here, what can I do?\"}}")
                .post("/api/v1/agent/conversations/" + conv + "/messages")
                .then()
                .statusCode(200);
        assertThat(messages(page)).containsText("Ana has joined the conversation.");
        assertThat(messages(page)).containsText("Ana here, what can I do?");
        as("agent1").body("{\"code\":\"solved\"}").post("/api/v1/agent/conversations/" + conv + "/close");
    }
}
