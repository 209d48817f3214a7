package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.attune.access.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What customers can do in the chat beside talking, and what a page can do with it. */
@QuarkusTest
class ChatTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @RegisterExtension
    final Windows windows = new Windows();

    private CustomerWindow customer() {
        return new CustomerWindow(windows.open("/"));
    }

    @Test
    void the_whole_story_is_told_with_the_keyboard_alone() {
        var visitor = customer();
        var keys = visitor.page.keyboard();
        visitor.button("Chat with us").focus();
        keys.press("Enter");
        assertThat(visitor.fromBot().first()).isVisible();
        keys.type("my internet is slow");
        keys.press("Enter");
        visitor.button("In one room").waitFor();
        visitor.page.locator("attune-chat .log").focus();
        visitor.tabTo("In one room");
        keys.press("Enter");
        assertThat(visitor.mine().last()).hasText("In one room");
        assertThat(visitor.composer()).isFocused();

        visitor.button("More").focus();
        keys.press("Enter");
        visitor.tabTo("Preferences");
        keys.press("Enter");
        assertThat(visitor.page.locator("attune-chat h2")).isFocused();
        visitor.tabTo("What we call you");
        keys.type("Lu");
        keys.press("Enter");
        assertThat(visitor.page.locator("attune-chat-settings .said")).hasText("Saved.");
        keys.press("Escape");
        assertThat(visitor.button("More")).isFocused();
        keys.press("Enter");
        visitor.tabTo("End the conversation");
        keys.press("Enter");
        visitor.page.locator("attune-chat-rating input").first().waitFor();
        visitor.tabTo("Bad");
        keys.press("ArrowRight");
        keys.press("ArrowRight");
        keys.press("ArrowRight");
        visitor.tabTo("Send");
        keys.press("Enter");
        assertThat(visitor.page.locator("attune-chat .thanks")).isVisible();
        visitor.tabTo("Start a new conversation");
        keys.press("Enter");
        assertThat(visitor.composer()).isVisible();
        keys.press("Escape");
        assertThat(visitor.button("Chat with us")).isFocused();
        assertThat(windows.faults()).isEmpty();
    }

    @Test
    void a_picture_is_shown_and_a_program_refused_with_a_word() {
        var visitor = customer().openChat().sendFile("router.png", PNG);
        assertThat(visitor.log().locator("attune-chat-file img")).isVisible();
        assertThat(visitor.fromBot().last()).containsText("an agent can");
        visitor.sendFile("setup.exe", "MZ\0\0\0".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.log()).containsText("Only pictures, PDF, text and sound are taken.");
        visitor.button("Remove").click();
        assertThat(visitor.log()).not().containsText("setup.exe");
        var saved = visitor.page.waitForDownload(
                () -> visitor.log().locator("attune-chat-file button").click());
        assertThat(saved.suggestedFilename()).isEqualTo("router.png");
        assertThat(windows.faults()).isEmpty();
    }

    @Test
    void a_conversation_can_be_kept() throws Exception {
        var visitor = customer().openChat().ask("my internet is slow");
        visitor.button("In one room").click();
        assertThat(visitor.mine().last()).hasText("In one room");
        var saved = visitor.page.waitForDownload(() -> visitor.more("Save as text"));
        assertThat(Files.readString(saved.path()))
                .contains("You:\nmy internet is slow")
                .contains("Assistant (Automated):")
                .contains("You:\nIn one room");
    }

    @Test
    void what_is_known_is_shown_and_can_be_deleted() {
        var visitor = customer().openChat().ask("my bill is too high");
        visitor.more("Preferences");
        visitor.page.getByLabel("What we call you").fill("Pat");
        visitor.button("Save").click();
        visitor.page.getByRole(AriaRole.SWITCH).nth(3).check();
        assertThat(visitor.page.locator("attune-chat-settings .said")).hasText("Saved.");
        visitor.button("Back to the conversation").click();
        visitor.more("What you know about me");
        visitor.button("Delete my data").click();
        visitor.button("Yes, delete everything").click();
        assertThat(visitor.composer()).isVisible();
        assertThat(visitor.fromBot().first()).isVisible();
        assertThat(visitor.log()).not().containsText("my bill is too high");
    }

    @Test
    void says_why() {
        var visitor = customer().openChat().ask("my internet is slow");
        visitor.button("Why this answer?").last().click();
        assertThat(visitor.log()).containsText("what you wrote (Help you)");
    }

    @Test
    void does_what_a_page_asks_for() {
        var visitor = customer();
        Page page = visitor.page;
        page.evaluate("""
                () => {
                  window.heard = [];
                  for (const name of ['open', 'message', 'handoff', 'unread']) attune('on', name, told => heard.push(name));
                  attune('setAttributes', { page: '/bill' });
                  attune('sendMessage', 'my internet is slow');
                }""");
        assertThat(page.locator("attune-chat .badge")).isVisible();
        page.evaluate("attune('hide')");
        assertThat(page.locator("attune-chat")).isHidden();
        page.evaluate("attune('prefill', 'It began on Monday')");
        assertThat(visitor.composer()).hasValue("It began on Monday");
        assertThat(visitor.mine()).hasText("my internet is slow");
        page.evaluate("attune('setColorScheme', 'dark'); attune('setLocale', 'de')");
        assertThat(visitor.button("Mit einem Menschen sprechen")).isVisible();
        assertThat(page.locator("attune-chat")).hasAttribute("theme", "dark");
        assertThat((String) page.evaluate("heard.join()")).contains("open", "message", "unread");

        String conv = (String) page.evaluate("document.querySelector('attune-chat').line.conv");
        as("agent1")
                .get("/api/v1/agent/conversations/" + conv)
                .then()
                .body("events.data.attributes.page", hasItem("/bill"));
        page.evaluate("attune('shutdown')");
        assertThat(page.locator("attune-chat")).hasCount(0);
        page.evaluate("attune('boot', { open: true })");
        assertThat(visitor.log()).containsText("my internet is slow");
    }

    @Test
    void is_written_from_right_to_left() {
        var visitor = customer();
        visitor.page.evaluate(
                "attune('boot', { locale: 'ar', texts: { composer: 'رسالتك', send: 'إرسال' }, open: true })");
        var field = visitor.page.getByLabel("رسالتك");
        assertThat(field).isFocused();
        var send = visitor.page.getByLabel("إرسال").boundingBox();
        assertThat(send.x).isLessThan(field.boundingBox().x);
        assertThat(visitor.page.locator("attune-chat .panel").boundingBox().x).isLessThan(640);
    }

    @Test
    void the_typescript_client_tells_the_story_to_a_person() throws Exception {
        Path example = Path.of("target/clients/example.js");
        Assumptions.assumeTrue(Files.exists(example), "the example is bundled by the Maven build");
        Page page = windows.open("/docs");
        page.route(
                "**/example",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>an app</title>")));
        page.navigate(Windows.server().resolve("/example").toString());
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(Files.readString(example)));
        assertThat((String) page.evaluate(
                        "server => attuneExample(server)", Windows.server().toString()))
                .contains("automated assistant")
                .contains("colleague");
    }
}
