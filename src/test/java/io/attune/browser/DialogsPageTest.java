package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.attune.turn.OwnDialogs;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A care designer looks at dialogs in the console: the path of one kind of customer, and what came of an edit. */
@QuarkusTest
@TestProfile(OwnDialogs.class)
class DialogsPageTest {
    private static final String NOVICE = "/console#/dialogs/internet-slow?for=novice&contact=1&line=unknown";

    /** The page looks every five seconds. */
    private static final double BY_ITSELF_MS = 20_000;

    private static final LocatorAssertions.ContainsTextOptions TEXT_BY_ITSELF =
            new LocatorAssertions.ContainsTextOptions().setTimeout(BY_ITSELF_MS);

    @RegisterExtension
    final Windows windows = new Windows();

    @AfterEach
    void asItWas() throws IOException {
        OwnDialogs.restore();
        assertThat(windows.faults()).isEmpty();
    }

    private Page enter(String user, String address) {
        Page page = windows.open(address);
        new AgentWindow(page).enter(user);
        assertThat(page.locator(".plane .node").first()).isVisible();
        return page;
    }

    private static Locator sum(Page page) {
        return page.locator(".path [role=status]");
    }

    private static Locator stop(Page page, int at) {
        return page.locator(".stop[data-at='" + at + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void whoever_is_chosen_has_a_path_and_going_back_is_the_path_before() {
        Page page = enter("agent1", "/console#/dialogs/internet-slow");
        assertThat(page.locator(".path")).hasCount(0);
        page.getByLabel("Expert").check();
        assertThat(sum(page)).containsText("It ends with a person");
        List<String> expert = page.locator(".stop .name b").allTextContents();
        page.locator("select[name=line]").selectOption("outage");
        assertThat(stop(page, 1).locator(".name")).containsText("Wait for repair");
        assertThat(page).hasURL(Pattern.compile("for=expert&contact=1&line=outage$"));
        page.goBack();
        assertThat(page.locator("select[name=line]")).hasValue("unknown");
        assertThat(page.locator(".stop .name b")).hasText(expert.toArray(String[]::new));
        page.getByLabel("Whole dialog").check();
        assertThat(page.locator(".path")).hasCount(0);
    }

    @Test
    void the_list_and_the_drawing_show_the_same_stop_and_an_address_shows_it_to_others() {
        Page page = enter("agent1", NOVICE);
        assertThat(page.locator(".plane .on-path .no").first()).isVisible();
        stop(page, 2).locator(".name").click();
        String title = stop(page, 2).locator(".name b").textContent();
        assertThat(page.locator(".plane .node.chosen")).containsText(title);
        assertThat(stop(page, 2).locator(".figures")).containsText("What was weighed");
        assertThat(page.locator(".plane .node.cause small").first()).containsText("→");

        page.locator(".plane .node.person").click();
        assertThat(page.locator(".stop.chosen .name")).containsText("A person");
        Page other = enter("supervisor", page.url().substring(page.url().indexOf("/console")));
        assertThat(other.locator(".stop.chosen .name")).containsText("A person");
    }

    @Test
    void a_path_is_gone_through_with_the_keyboard_and_goes_on_from_another_answer() {
        Page page = enter("agent1", NOVICE);
        stop(page, 1).locator(".name").focus();
        page.keyboard().press("ArrowDown");
        assertThat(stop(page, 2).locator(".name")).isFocused();
        assertThat(stop(page, 2).locator(".name")).hasAttribute("aria-pressed", "true");

        Locator worked = page.locator(".offer", new Page.LocatorOptions().setHasText("It works now"))
                .first();
        worked.focus();
        page.keyboard().press("Enter");
        assertThat(sum(page)).containsText("It ends solved");
        button(page, "Back to the likeliest answers").click();
        assertThat(sum(page)).containsText("It ends with a person");
    }

    @Test
    void what_is_said_is_in_the_language_of_the_lens_and_a_flow_has_a_path_too() {
        Page page = enter("agent1", "/console#/dialogs/explain-bill?for=expert&contact=3&line=down&language=es");
        assertThat(stop(page, 2).locator("blockquote")).hasAttribute("lang", "es");
        assertThat(stop(page, 2).locator("blockquote")).containsText("3.ª vez");
        assertThat(stop(page, 2).locator(".why")).containsText("bill amount unknown");
        assertThat(page.locator(".way")).not().hasCount(0);
    }

    @Test
    void an_edit_that_is_refused_shows_by_itself_with_each_fault_and_so_does_its_correction() throws IOException {
        Page agent = enter("agent1", "/console#/dialogs/complaint");
        assertThat(button(agent, "Read the files now")).hasCount(0);
        String version = agent.locator(".inuse code").textContent();
        OwnDialogs.edit(OwnDialogs.FOLDER.resolve("account/complaint.yaml"), "kind: flow", "kind: flaw");
        assertThat(agent.locator(".refused .faults li"))
                .hasText(
                        Pattern.compile("account/complaint.yaml:3.*did you mean 'flow'"),
                        new LocatorAssertions.HasTextOptions().setTimeout(BY_ITSELF_MS));
        assertThat(agent.locator(".refused")).containsText(version);

        Page admin = enter("admin", "/console#/dialogs/complaint");
        button(admin, "Read the files now").click();
        assertThat(admin.locator(".came")).hasText("Refused.");
        OwnDialogs.restore();
        button(admin, "Read the files now").click();
        assertThat(admin.locator(".came")).hasText("The files say what is in use already.");
        assertThat(agent.locator("details.refused summary")).containsText("corrected since", TEXT_BY_ITSELF);
        assertThat(agent.locator(".card.refused")).hasCount(0);
    }

    @Test
    void an_edit_that_is_taken_changes_the_drawing_that_is_looked_at() throws IOException {
        Page page = enter("agent1", "/console#/dialogs/complaint");
        assertThat(page.locator(".plane")).containsText("person takes it");
        for (String file : List.of("account/complaint.yaml", "account/complaint.texts.yaml")) {
            OwnDialogs.edit(OwnDialogs.FOLDER.resolve(file), "person-takes-it", "colleague-takes-it");
        }
        assertThat(page.locator(".plane")).containsText("colleague takes it", TEXT_BY_ITSELF);
    }
}
