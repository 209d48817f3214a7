package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe finds nothing to object to on any page, by day and by night. */
@QuarkusTest
class AccessibilityTest {
    @RegisterExtension
    final Windows windows = new Windows();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pages_are_accessible(ColorScheme scheme) {
        var customer = new CustomerWindow(windows.open("/", 1280, 900, scheme));
        customer.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(findings(customer.page)).as("the demo page").isEmpty();
        customer.signInAs("Anna Bergmann");
        customer.page.locator("attune-chat .launcher").click();
        assertThat(customer.fromBot().first()).isVisible();
        assertThat(findings(customer.page)).as("the widget").isEmpty();
        customer.page.locator("attune-chat textarea").fill("Ich möchte mit einem Menschen sprechen");
        customer.page.keyboard().press("Enter");

        var agent = new AgentWindow(windows.open("/console", 1440, 900, scheme));
        assertThat(findings(agent.page)).as("signing in").isEmpty();
        agent.signInAs("agent1");
        agent.open("Anna Bergmann").take();
        assertThat(findings(agent.page)).as("an open conversation").isEmpty();
        for (String key : List.of("?", "Control+k", "e")) {
            agent.leaveField();
            agent.page.keyboard().press(key);
            assertThat(agent.page.locator("dialog[open]")).isVisible();
            assertThat(findings(agent.page)).as("the window of " + key).isEmpty();
            agent.page.keyboard().press("Escape");
        }
        agent.page.locator(".menu.presence summary").click();
        assertThat(findings(agent.page)).as("presence").isEmpty();
        agent.page.keyboard().press("Escape");
        agent.close("Resolved");

        assertThat(findings(windows.open("/docs", 1280, 900, scheme)))
                .as("the docs")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_chat_is_accessible_in_every_state(ColorScheme scheme) {
        var visitor = new CustomerWindow(windows.open("/", 1280, 900, scheme));
        visitor.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        visitor.openChat().ask("my internet is slow");
        visitor.button("Why this answer?").last().click();
        visitor.sendFile("setup.exe", new byte[] {'M', 'Z', 0, 0});
        assertThat(visitor.log()).containsText("Only pictures");
        visitor.button("More").click();
        assertThat(findings(visitor.page)).as("menu, why, refused file").isEmpty();
        visitor.button("Preferences").click();
        assertThat(visitor.page.locator("attune-chat-settings form")).isVisible();
        assertThat(findings(visitor.page)).as("preferences").isEmpty();
        visitor.page.keyboard().press("Escape");
        visitor.more("What you know about me");
        visitor.button("Delete my data").click();
        assertThat(findings(visitor.page)).as("what is known").isEmpty();
        visitor.page.keyboard().press("Escape");
        visitor.more("End the conversation");
        visitor.page.locator("attune-chat-rating input").nth(2).check();
        assertThat(findings(visitor.page)).as("the rating").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_pages_of_supervisors_and_administrators_are_accessible(ColorScheme scheme) {
        var supervisor = new AgentWindow(windows.open("/console", 1440, 900, scheme)).signInAs("supervisor");
        for (String view : List.of("Board", "Reports", "Dialogs")) {
            supervisor.go(view);
            assertThat(supervisor.page.locator(".page .tiles, .page .plane")).isVisible();
            assertThat(findings(supervisor.page)).as(view).isEmpty();
        }
        supervisor.page.getByLabel("Novice").check();
        supervisor.page.locator(".stop .name").first().click();
        assertThat(supervisor.page.locator(".stop.chosen .why")).isVisible();
        assertThat(findings(supervisor.page)).as("a path").isEmpty();
        supervisor.page.setViewportSize(390, 844);
        assertThat(findings(supervisor.page)).as("a path on a phone").isEmpty();
        var admin = windows.open("/console", 1440, 900, scheme);
        new AgentWindow(admin).enter("admin");
        for (String tab : List.of("Accounts", "Canned replies", "Wrap-up codes", "Skills", "Opening hours")) {
            admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(tab))
                    .click();
            assertThat(admin.locator(".tabs [aria-current]")).hasText(tab);
            assertThat(admin.locator(".card").first()).isVisible();
            Locator fresh = admin.locator(".keep .buttons .primary");
            if (fresh.count() > 0) {
                fresh.first().click();
                assertThat(admin.locator(".edit")).isVisible();
            }
            assertThat(findings(admin)).as(tab).isEmpty();
        }
        assertThat(windows.faults()).isEmpty();
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getImpact() + " " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
    }
}
