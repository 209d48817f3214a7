package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the widget promises to the page and to the customer. */
@QuarkusTest
class WidgetTest {
    private static final int BUDGET = 35_000;

    @RegisterExtension
    final Windows windows = new Windows();

    private CustomerWindow customer() {
        return new CustomerWindow(windows.open("/"));
    }

    @Test
    void is_one_small_file() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var file = Objects.requireNonNull(WidgetTest.class.getResourceAsStream("/META-INF/resources/widget.js"));
                var zip = new GZIPOutputStream(zipped)) {
            file.transferTo(zip);
        }
        assertThat(zipped.size()).isLessThan(BUDGET);
    }

    @Test
    void a_message_written_without_a_connection_is_sent_once_when_it_is_back() {
        var visitor = customer();
        var line = new AtomicReference<WebSocketRoute>();
        var down = new AtomicBoolean();
        visitor.page.routeWebSocket("**/ws/v1/chat*", socket -> {
            if (down.get()) {
                socket.close();
            } else {
                socket.connectToServer();
                line.set(socket);
            }
        });
        visitor.page.reload();
        visitor.openChat().ask("my internet is slow");

        down.set(true);
        Objects.requireNonNull(line.get(), "connected").close();
        visitor.say("are you still there");
        assertThat(visitor.log()).containsText("Sending…");
        assertThat(visitor.page.locator(".banner")).containsText("No connection");

        down.set(false);
        assertThat(visitor.log()).not().containsText("Sending…");
        visitor.page.reload();
        visitor.openChat();
        assertThat(visitor.mine()).hasCount(2);
        assertThat(visitor.mine().last()).hasText("are you still there");
    }

    @Test
    void an_answer_finds_the_customer_on_the_next_page() {
        var visitor = customer().signInAs("Maria Lindqvist").openChat();
        visitor.ask("my wifi is weak");
        visitor.page.reload();
        visitor.signInAs("Maria Lindqvist");
        var ana = new AgentWindow(windows.open("/console")).signInAs("agent1");
        ana.open("Maria Lindqvist").take().say("Hello, shall we look at it together?");
        assertThat(visitor.page.locator("attune-chat .badge")).hasText("1");
        assertThat(visitor.button("Chat with us")).containsText("1 new message");
        assertThat(visitor.page).hasTitle(Pattern.compile("^\\(1\\) "));
        visitor.button("Chat with us").click();
        assertThat(visitor.fromPeople().last()).isVisible();
        visitor.page.keyboard().press("Escape");
        assertThat(visitor.page.locator("attune-chat .badge")).hasCount(0);
        ana.close("Resolved");
    }

    @Test
    void two_tabs_show_the_same_conversation() {
        var first = customer().openChat();
        var second = new CustomerWindow(first.page.context().newPage());
        second.page.navigate(Windows.server().toString());
        second.openChat();
        first.say("hello from the first tab");
        assertThat(second.mine().last()).hasText("hello from the first tab");
    }

    @Test
    void is_used_with_the_keyboard_alone() {
        var visitor = customer();
        visitor.button("Chat with us").focus();
        visitor.page.keyboard().press("Enter");
        assertThat(visitor.composer()).isFocused();
        assertThat(visitor.fromBot().first()).isVisible();
        visitor.page.keyboard().type("my bill is too high");
        visitor.page.keyboard().press("Enter");
        assertThat(visitor.mine().last()).hasText("my bill is too high");
        assertThat(visitor.composer()).isFocused();
        visitor.page.keyboard().press("Escape");
        assertThat(visitor.button("Chat with us")).isFocused();
    }

    @Test
    void fits_a_small_screen() {
        var visitor = new CustomerWindow(windows.open("/", 320, 568, ColorScheme.DARK)).openChat();
        visitor.ask("my internet is slow, whatever-the-reason-may-be-that-is-behind-it-all-of-the-time");
        assertThat((Boolean) visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the screen")
                .isTrue();
        assertThat((Boolean) visitor.log().evaluate("log => log.scrollWidth <= log.clientWidth"))
                .isTrue();
    }

    @Test
    void works_on_another_site_under_a_strict_policy() throws IOException {
        String care = Windows.server().toString();
        String policy = "default-src 'none'; script-src " + care + "; connect-src " + care + " "
                + care.replace("http", "ws") + "; require-trusted-types-for 'script'; trusted-types lit-html";
        byte[] body = ("<!doctype html><html lang=fr><title>Un site</title><body><script src=\"" + care
                        + "/widget.js\" data-site=demo data-name=Autre async></script></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer site = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        try {
            var page = windows.open("http://localhost:" + site.getAddress().getPort() + "/");
            var visitor = new CustomerWindow(page);
            visitor.button("Discuter avec nous").click();
            assertThat(visitor.fromBot().first()).containsText("automatique");
            visitor.sendFile("notes.txt", "la box clignote".getBytes(StandardCharsets.UTF_8));
            assertThat(visitor.log().locator(".mine")).containsText("notes.txt");
            visitor.button("Plus").click();
            visitor.button("Préférences").click();
            page.getByLabel("Comment vous appeler").fill("Lou");
            visitor.button("Enregistrer").click();
            assertThat(page.locator("attune-chat-settings .said")).hasText("Enregistré.");
            assertThat(windows.faults()).isEmpty();
        } finally {
            site.stop(0);
        }
    }

    @Test
    void speaks_the_language_of_its_customer() {
        var luis = customer().signInAs("Luis Herrera");
        luis.button("Chatea con nosotros").click();
        assertThat(luis.button("Hablar con una persona")).isVisible();
    }
}
