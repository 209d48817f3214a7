package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.attune.sandbox.whatsapp.Sandbox;
import io.attune.sandbox.whatsapp.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox's phone in a browser, with this test as the business on the other side. */
class SandboxPageTest {
    @RegisterExtension
    final Windows windows = new Windows();

    private final List<String> webhooks = new CopyOnWriteArrayList<>();
    private HttpServer business;
    private Sandbox sandbox;

    @BeforeEach
    void begin() throws IOException {
        business = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        business.createContext("/", exchange -> {
            webhooks.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        business.start();
        URI webhook = URI.create("http://127.0.0.1:" + business.getAddress().getPort() + "/");
        sandbox = Sandbox.start(Settings.standard(0, webhook), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        sandbox.close();
        business.stop(0);
    }

    @Test
    void a_customer_writes_taps_and_is_read_by_keyboard_alone() throws Exception {
        Page page = windows.open(sandbox.address().toString());
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).focus();
        page.keyboard().type("my internet is slow");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bubble.mine")).containsText("my internet is slow");
        await().until(() -> webhooks.stream().anyMatch(body -> body.contains("my internet is slow")));

        say("""
                {"type":"interactive","interactive":{"type":"list","body":{"text":"Where?"},"action":{"button":"Choose",
                "sections":[{"rows":[{"id":"a","title":"Everywhere"},{"id":"b","title":"In one room","description":"which?"}]}]}}""");
        page.locator(".opens").focus();
        page.keyboard().press("Enter");
        page.locator("[data-answer=b]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".bubble.mine").last()).containsText("In one room");
        await().until(() -> webhooks.stream().anyMatch(body -> body.contains("list_reply")));
        await().until(() -> webhooks.stream().anyMatch(body -> body.contains("\"status\":\"read\"")));

        page.getByText("Deliver 5 times").focus();
        page.keyboard().press("Space");
        assertThat(page.getByText("Deliver 5 times")).hasAttribute("aria-pressed", "true");
        page.getByText("Let it run out").click();
        assertThat(page.locator(".state")).containsText("Over");
        assertThat(windows.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void it_is_accessible_and_fits_a_small_screen(ColorScheme scheme) throws Exception {
        Page page = windows.open(sandbox.address().toString(), 320, 900, scheme);
        page.locator("select").first().selectOption("de");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.getByLabel("Nachricht", new Page.GetByLabelOptions().setExact(true))
                .fill("Hallo");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bubble.mine")).isVisible();
        say("""
                {"type":"interactive","interactive":{"type":"button","body":{"text":"Geht es jetzt?"},"action":{"buttons":[
                {"type":"reply","reply":{"id":"y","title":"Ja"}},{"type":"reply","reply":{"id":"n","title":"Nein"}}]}}""");
        assertThat(page.locator("[data-answer=y]")).isVisible();
        var findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        assertThat(findings).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screens", "sandbox-" + scheme + ".png"))
                .setFullPage(true));
        assertThat(windows.faults()).isEmpty();
    }

    private void say(String part) throws Exception {
        String head = "{\"messaging_product\":\"whatsapp\",\"to\":\"16505550100\",";
        var request = HttpRequest.newBuilder(sandbox.address().resolve("/v25.0/100200300400500/messages"))
                .header("Authorization", "Bearer sandbox-token")
                .POST(HttpRequest.BodyPublishers.ofString(head + part.strip().substring(1) + "}"))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
