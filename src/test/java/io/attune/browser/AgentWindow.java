package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The console, as an agent uses it: with the keyboard wherever there is a key for it. */
final class AgentWindow {
    final Page page;

    AgentWindow(Page page) {
        this.page = page;
    }

    AgentWindow signInAs(String user) {
        enter(user);
        assertThat(page.locator(".state")).hasText("Live");
        return this;
    }

    /** Signs in somebody who may serve nobody, and so has no live connection. */
    void enter(String user) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
        assertThat(page.locator(".bar")).isVisible();
    }

    /** Opens what is in the lists under the customer's name, newest handoff first. */
    AgentWindow open(String customer) {
        item(customer).first().click();
        assertThat(page.locator("#conv-title")).hasText(customer);
        return this;
    }

    /** Takes the open conversation; the cursor stands in the reply then. */
    AgentWindow take() {
        leaveField();
        page.keyboard().press("c");
        assertThat(reply()).isFocused();
        return this;
    }

    AgentWindow say(String text) {
        reply().fill(text);
        reply().press("Enter");
        assertThat(thread()).containsText(text);
        assertThat(reply()).hasValue("");
        return this;
    }

    AgentWindow note(String text) {
        leaveField();
        page.keyboard().press("n");
        Locator field = page.getByPlaceholder("A note that only colleagues see");
        assertThat(field).isFocused();
        field.fill(text);
        field.press("Enter");
        assertThat(page.locator(".turn.note")).containsText(text);
        return this;
    }

    AgentWindow giveBack(String instruction) {
        leaveField();
        page.keyboard().press("b");
        page.getByLabel("Instruction (optional)").fill(instruction);
        page.locator("dialog[open] .primary").click();
        return this;
    }

    AgentWindow close(String code) {
        leaveField();
        page.keyboard().press("e");
        page.getByLabel(code).check();
        page.locator("dialog[open] .primary").click();
        return this;
    }

    /** A supervisor's words that only the agent reads. */
    AgentWindow whisper(String text) {
        leaveField();
        page.keyboard().press("w");
        Locator field = page.getByPlaceholder("Only the agent reads this");
        assertThat(field).isFocused();
        field.fill(text);
        field.press("Enter");
        assertThat(page.locator(".turn.whisper")).containsText(text);
        return this;
    }

    AgentWindow go(String view) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(view))
                .click();
        assertThat(page.locator(".page h2").first()).containsText(view);
        return this;
    }

    void leaveField() {
        thread().focus();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator item(String customer) {
        return page.locator(".item", new Page.LocatorOptions().setHasText(customer));
    }

    Locator reply() {
        return page.getByPlaceholder("Reply to the customer");
    }

    Locator thread() {
        return page.getByRole(AriaRole.LOG);
    }

    Locator packet() {
        return page.locator(".packet");
    }
}
