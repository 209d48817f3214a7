package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents and supervisors do at the console, seen from all the desks that it concerns. */
@QuarkusTest
class ConsoleTest {
    private static final int VISIBLE_MS = 200;

    @RegisterExtension
    final Windows windows = new Windows();

    private CustomerWindow customer() {
        return new CustomerWindow(windows.open("/"));
    }

    private AgentWindow desk(String user) {
        return new AgentWindow(windows.open("/console")).signInAs(user);
    }

    /** What an administrator has made beforehand. */
    private static void keep(String what, String body) {
        String token = given().contentType("application/json")
                .body("{\"user\":\"admin\",\"password\":\"demo\"}")
                .post("/api/v1/sessions")
                .path("token");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/admin/" + what)
                .then()
                .statusCode(200);
    }

    @Test
    void a_supervisor_listens_whispers_and_takes_over() {
        var maria = customer().signInAs("Maria Lindqvist").openChat();
        maria.say("I want to talk to a person please");
        var ana = desk("agent1");
        ana.open("Maria Lindqvist").take().say("Good day, I am Ana.");

        var sofia = desk("supervisor");
        sofia.go("Board");
        sofia.page
                .locator("tr", new Page.LocatorOptions().setHasText("Maria Lindqvist"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Listen in"))
                .first()
                .click();
        assertThat(sofia.thread()).containsText("Good day, I am Ana.");
        assertThat(ana.page.locator(".looking")).isVisible();

        sofia.whisper("Offer a technician");
        assertThat(ana.page.locator(".turn.whisper")).containsText("Offer a technician");
        assertThat(maria.log()).not().containsText("Offer a technician");

        sofia.leaveField();
        sofia.button("Take over").click();
        assertThat(sofia.reply()).isFocused();
        sofia.say("Here is Sofia, I will see to it myself.");
        assertThat(maria.fromPeople().last()).hasText("Here is Sofia, I will see to it myself.");
        assertThat(ana.reply()).hasCount(0);

        sofia.close("Resolved");
        assertThat(windows.faults()).isEmpty();
        assertThat(windows.strangers()).isEmpty();
    }

    @Test
    void the_customer_sees_a_takeover_at_once() {
        long best = Long.MAX_VALUE;
        for (String name : new String[] {"Tom Okafor", "Anna Bergmann"}) {
            var customer = customer().signInAs(name);
            customer.page.locator("attune-chat .launcher").click();
            assertThat(customer.fromBot().first()).isVisible();
            customer.page.locator("attune-chat").evaluate("""
                            chat => { const look = () => {
                              if (/Ana/.test(chat.shadowRoot.textContent)) { window.seenAt = Date.now(); seen.disconnect(); } };
                              const seen = new MutationObserver(look);
                              seen.observe(chat.shadowRoot, {subtree: true, childList: true, characterData: true}); }""");
            var ana = desk("agent1");
            ana.open(name);
            ana.leaveField();
            ana.page.evaluate("addEventListener('keydown', () => window.pressedAt = Date.now(), true)");
            ana.page.keyboard().press("c");
            assertThat(customer.log()).containsText(Pattern.compile("Ana (has joined|ist jetzt da)"));
            assertThat(ana.reply()).isFocused();
            long pressed = ((Number) ana.page.evaluate("window.pressedAt")).longValue();
            long seen = ((Number) customer.page.evaluate("window.seenAt")).longValue();
            best = Math.min(best, seen - pressed);
            ana.close("Resolved");
        }
        assertThat(best).as("ms from the key to the customer's screen").isBetween(0L, (long) VISIBLE_MS);
    }

    @Test
    void a_reply_to_what_the_customer_has_changed_meanwhile_is_not_sent() {
        var tom = customer().signInAs("Tom Okafor").openChat();
        tom.say("I want to talk to a person please");
        var page = windows.open("/console");
        var line = new AtomicReference<WebSocketRoute>();
        var deaf = new AtomicBoolean();
        page.routeWebSocket("**/ws/v1/agent*", socket -> {
            WebSocketRoute server = socket.connectToServer();
            line.set(server);
            server.onMessage(frame -> {
                if (!deaf.get()) {
                    socket.send(frame.text());
                }
            });
        });
        page.reload();
        var ana = new AgentWindow(page).signInAs("agent1");
        ana.open("Tom Okafor").take().say("Hello Tom.");
        Objects.requireNonNull(line.get(), "connected");

        deaf.set(true);
        ana.reply().fill("I will send you a new router.");
        tom.say("wait, it works again");
        ana.reply().press("Enter");
        assertThat(ana.page.locator(".trouble")).containsText("The customer wrote while you did");
        assertThat(ana.thread()).containsText("wait, it works again");
        assertThat(ana.reply()).hasValue("I will send you a new router.");
        assertThat(tom.log()).not().containsText("new router");

        ana.page.reload();
        ana.page.locator(".item").first().waitFor();
        assertThat(ana.reply()).hasValue("I will send you a new router.");
        ana.reply().fill("Glad to hear it, Tom.");
        ana.reply().press("Enter");
        assertThat(tom.fromPeople().last()).hasText("Glad to hear it, Tom.");
        ana.close("Resolved");
    }

    @Test
    void a_conversation_is_served_with_the_keyboard_alone() {
        keep(
                "canned/hello",
                "{\"language\":\"en\",\"shortcut\":\"hello\",\"title\":\"Greeting\","
                        + "\"text\":\"Hello {{customer.name}}, this is {{agent.name}}.\"}");
        var visitor = customer().signInAs("Grace Whitfield").openChat();
        visitor.say("I want to talk to a person please");
        var page = windows.open("/console");
        var keys = page.keyboard();
        page.getByLabel("User").focus();
        keys.type("agent1");
        keys.press("Tab");
        keys.type("demo");
        keys.press("Enter");
        var ana = new AgentWindow(page);
        assertThat(ana.item("Grace Whitfield").first()).isVisible();

        keys.press("Control+k");
        keys.type("Grace");
        keys.press("Enter");
        assertThat(page.locator("#conv-title")).hasText("Grace Whitfield");
        page.locator("virtual-rows").waitFor();
        keys.press("c");
        assertThat(ana.reply()).isFocused();
        keys.type("/hel");
        assertThat(page.locator("#slash [role=option]").first()).isVisible();
        keys.press("Enter");
        assertThat(ana.reply()).hasValue(Pattern.compile("Grace"));
        assertThat(ana.reply()).not().hasValue(Pattern.compile("\\{\\{customer"));
        keys.press("Control+a");
        keys.type("Hello Grace.");
        keys.press("Enter");
        assertThat(visitor.fromPeople().last()).hasText("Hello Grace.");
        keys.press("Escape");
        keys.press("n");
        assertThat(page.getByPlaceholder("A note that only colleagues see")).isFocused();
        keys.type("Call back after six");
        keys.press("Enter");
        assertThat(page.locator(".turn.note")).containsText("Call back after six");
        keys.press("Escape");
        keys.press("e");
        page.locator("dialog[open] input[type=radio]").first().waitFor();
        keys.press("Space");
        keys.press("Enter");
        assertThat(visitor.log()).containsText("This conversation has ended");
        assertThat(windows.faults()).isEmpty();
    }
}
