package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.sun.net.httpserver.HttpServer;
import io.attune.foreign.NpmPackage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Bot Framework's own clients, as they come from the registry, on a page of another origin. */
@QuarkusTest
class DirectLineClientTest {
    private static final NpmPackage CLIENT = new NpmPackage("botframework-directlinejs", "0.15.8");
    private static final NpmPackage WEB_CHAT = new NpmPackage("botframework-webchat", "4.18.1");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Keeps what the client hands on, and answers with the ids that it gives its own messages. */
    private static final String USE = """
            ([domain, token, webSocket]) => {
              window.seen = [];
              window.states = [];
              window.line = new DirectLine.DirectLine({domain, token, webSocket, pollingInterval: 300});
              line.setUserId('browser-user');
              line.connectionStatus$.subscribe(state => states.push(state));
              line.activity$.subscribe(activity => seen.push(activity));
              window.say = text => new Promise((resolve, reject) => line.postActivity({
                type: 'message', text, from: {id: 'browser-user'}, channelData: {clientActivityID: 'c-' + text.length + '-' + seen.length}
              }).subscribe(resolve, error => reject(new Error('status ' + error.status))));
            }""";

    @RegisterExtension
    final Windows windows = new Windows();

    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        site.createContext("/", exchange -> {
            byte[] page =
                    "<!doctype html><html lang=en><title>A site</title><body style='margin:0'><div id=chat style='height:100vh'></div></body></html>"
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

    private Page page() {
        return windows.open(
                "http://localhost:" + site.getAddress().getPort() + "/",
                480,
                720,
                com.microsoft.playwright.options.ColorScheme.LIGHT);
    }

    private static String token() {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer demo")
                .post("/v3/directline/tokens/generate")
                .jsonPath()
                .getString("token");
    }

    private static String domain() {
        return Windows.server() + "/v3/directline";
    }

    private static void load(Page page, NpmPackage npm, String file) throws IOException {
        page.evaluate("source => (0, eval)(source)", Files.readString(npm.file(file)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> seen(Page page) {
        return (List<Map<String, Object>>) page.evaluate("() => seen.filter(a => a.type === 'message')");
    }

    private static void waitFor(Page page, String text) {
        page.waitForFunction("text => seen.some(a => a.text === text)", text);
    }

    @Test
    void the_client_talks_over_a_websocket_and_misses_nothing_when_it_is_dropped() throws IOException {
        Page page = page();
        var line = new AtomicReference<WebSocketRoute>();
        page.routeWebSocket("**/v3/directline/**", socket -> {
            socket.connectToServer();
            line.set(socket);
        });
        page.reload();
        load(page, CLIENT, "dist/directline.js");
        // The client waits 3 to 15 seconds at random before it comes back; here the shortest.
        page.evaluate("Math.random = () => 0");
        page.evaluate(USE, List.of(domain(), token(), true));
        page.waitForFunction("seen.length > 0");
        String id = (String) page.evaluate("say('my internet is slow')");
        waitFor(page, "my internet is slow");
        page.waitForFunction("seen.some(a => a.suggestedActions)");
        assertThat(seen(page).get(1)).containsEntry("id", id);

        Objects.requireNonNull(line.getAndSet(null)).close();
        page.evaluate("say('said while the socket was down')");
        assertThat(seen(page))
                .extracting(activity -> activity.get("text"))
                .doesNotContain("said while the socket was down");
        waitFor(page, "said while the socket was down");
        Objects.requireNonNull(line.getAndSet(null)).close();
        page.evaluate("say('and down once more')");
        waitFor(page, "and down once more");
        assertThat(seen(page))
                .extracting(activity -> activity.get("id"))
                .as("each once")
                .doesNotHaveDuplicates();
        assertThat(page.evaluate("states.filter(state => state > 2)"))
                .as("never expired, failed or ended")
                .isEqualTo(List.of());
    }

    @Test
    void the_client_polls() throws IOException {
        Page page = page();
        load(page, CLIENT, "dist/directline.js");
        page.evaluate(USE, List.of(domain(), token(), false));
        page.waitForFunction("seen.length > 0");
        for (int i = 1; i <= 3; i++) {
            page.evaluate("text => say(text)", "message number " + i);
            waitFor(page, "message number " + i);
        }
        page.waitForFunction("seen.some(a => a.from.role === 'bot' && a.replyToId)");
        assertThat(seen(page)).extracting(activity -> activity.get("id")).doesNotHaveDuplicates();
        assertThat(page.evaluate("say('x'.repeat(5000)).catch(error => error.message)"))
                .isEqualTo("status 413");
    }

    @Test
    void web_chat_shows_a_story() throws IOException {
        Page page = page();
        load(page, WEB_CHAT, "dist/webchat.js");
        page.evaluate("""
                ([domain, token]) => window.WebChat.renderWebChat({
                  directLine: window.WebChat.createDirectLine({domain, token}),
                  userID: 'web-chat-user', locale: 'en-US', styleOptions: {hideUploadButton: true}, sendTypingIndicator: true
                }, document.getElementById('chat'))""", List.of(domain(), token()));
        Locator log = page.locator(".webchat__basic-transcript");
        assertThat(log).containsText("automated assistant");
        Locator box = page.getByRole(com.microsoft.playwright.options.AriaRole.TEXTBOX)
                .first();
        box.fill("my internet is slow");
        box.press("Enter");
        assertThat(log).containsText("let us find out where it gets stuck");
        Locator button = page.locator(".webchat__suggested-action", new Page.LocatorOptions().setHasText("Everywhere"));
        assertThat(button).isVisible();
        button.click();
        assertThat(log).containsText("Everywhere");
        page.waitForTimeout(1_500);
        assertThat(log).not().containsText("Send failed");
        assertThat(log).not().containsText("Sending");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("web-chat.png")));
        assertThat(windows.faults()).isEmpty();
    }
}
