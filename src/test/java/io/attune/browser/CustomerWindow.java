package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** The demo page with the widget, as a customer uses it. */
final class CustomerWindow {
    private static final String FOCUSED = """
            () => {
              let one = document.activeElement;
              while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
              return one?.getAttribute('aria-label') || (one?.closest('label') ?? one)?.textContent.trim();
            }""";

    final Page page;

    CustomerWindow(Page page) {
        this.page = page;
    }

    CustomerWindow signInAs(String name) {
        page.getByLabel(Pattern.compile("^" + name)).check();
        assertThat(page.locator("#said")).containsText("You are " + name);
        return this;
    }

    CustomerWindow lineIs(String state) {
        page.getByLabel(Pattern.compile("^" + state)).check();
        assertThat(page.locator("#said")).containsText("line now");
        return this;
    }

    /** Opens the chat and waits for the greeting. */
    CustomerWindow openChat() {
        button("Chat with us").click();
        assertThat(fromBot().first()).containsText("automated");
        return this;
    }

    CustomerWindow say(String text) {
        composer().fill(text);
        composer().press("Enter");
        assertThat(mine().last()).hasText(text);
        return this;
    }

    /** Says something and waits until the assistant has answered it. */
    CustomerWindow ask(String text) {
        int before = fromBot().count();
        say(text);
        assertThat(fromBot().nth(before)).isVisible();
        return this;
    }

    Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your message"));
    }

    /** The way to a person that is always there, apart from what the assistant offers. */
    Locator personLink() {
        return page.locator("attune-chat .aside .link");
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    Locator mine() {
        return log().locator(".mine .bubble");
    }

    Locator fromBot() {
        return log().locator(".rows .row:not(.mine):has(.tag:not(.person)) .bubble");
    }

    Locator fromPeople() {
        return log().locator(".rows .row:has(.tag.person) .bubble");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Says how it was, when asked after the end. */
    CustomerWindow rate(String mark, String comment) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(mark).setExact(true))
                .check();
        page.getByLabel("What should we know about it?").fill(comment);
        button("Send").click();
        assertThat(page.locator("attune-chat .thanks")).containsText("Thank you");
        return this;
    }

    /** Opens what stands behind the button "More". */
    CustomerWindow more(String item) {
        button("More").click();
        button(item).click();
        return this;
    }

    CustomerWindow sendFile(String name, byte[] bytes) {
        page.locator("attune-chat input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        return this;
    }

    /** Goes on by the tab key until the focus is on what has this name. */
    CustomerWindow tabTo(String name) {
        for (int i = 0; i < 60; i++) {
            if (name.equals(page.evaluate(FOCUSED))) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + name + " by the tab key");
    }
}
