package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job, told in two windows: a customer is answered, asks for a person, and is helped by one. */
@QuarkusTest
class StoryTest {
    @RegisterExtension
    final Windows windows = new Windows();

    private CustomerWindow customer() {
        return new CustomerWindow(windows.open("/"));
    }

    private AgentWindow agent(String user) {
        return new AgentWindow(windows.open("/console")).signInAs(user);
    }

    @Test
    void a_customer_is_answered_handed_over_helped_and_given_back() {
        var maria = customer().signInAs("Maria Lindqvist").lineIs("Weak Wi-Fi").openChat();
        assertThat(maria.log().locator(".label").first()).containsText("Automated");
        maria.ask("the internet is so slow in the back room");

        maria.personLink().click();
        assertThat(maria.log()).containsText("I would like to talk to a person");

        var ana = agent("agent1");
        assertThat(ana.item("Maria Lindqvist")).isVisible();
        ana.open("Maria Lindqvist");
        assertThat(ana.packet()).containsText("Why it is here");
        assertThat(ana.packet()).containsText("Wi-Fi signal");
        assertThat(ana.thread()).containsText("the internet is so slow in the back room");
        ana.take();
        assertThat(maria.log()).containsText("Ana has joined");

        ana.say("Hello Maria, I am looking at your Wi-Fi.");
        assertThat(maria.fromPeople().last()).hasText("Hello Maria, I am looking at your Wi-Fi.");
        assertThat(maria.log().locator(".tag.person").last()).hasText("Person");
        assertThat(maria.personLink()).isHidden();

        int botBefore = maria.fromBot().count();
        maria.say("thank you, the white box is in the hall");
        assertThat(ana.thread()).containsText("the white box is in the hall");
        ana.note("Offer a second access point");
        ana.say("Please move it onto the shelf.");
        assertThat(maria.fromPeople().last()).hasText("Please move it onto the shelf.");
        assertThat(maria.log()).not().containsText("second access point");
        assertThat(maria.fromBot().count())
                .as("the assistant is silent while a person has the conversation")
                .isEqualTo(botBefore);

        ana.giveBack("Ask whether it is better in the back room now");
        assertThat(maria.log()).containsText("The automated assistant is back");
        maria.ask("it is better now");

        assertThat(windows.faults()).isEmpty();
        assertThat(windows.strangers()).isEmpty();
    }

    @Test
    void an_agent_takes_over_from_the_assistant_and_closes() {
        var tom = customer().signInAs("Tom Okafor").openChat();
        tom.ask("my line drops all the time");

        var ana = agent("agent1");
        ana.open("Tom Okafor").take();
        assertThat(tom.log()).containsText("Ana has joined");
        ana.say("Tom, I see errors on your line and have booked a technician.");
        assertThat(tom.fromPeople().last()).containsText("booked a technician");

        ana.close("Technician booked");
        assertThat(tom.log()).containsText("This conversation has ended");
        tom.rate("Good", "Quick");
        tom.button("Start a new conversation").click();
        assertThat(tom.composer()).isVisible();
        assertThat(tom.log()).not().containsText("booked a technician");
        assertThat(windows.faults()).isEmpty();
    }

    @Test
    void of_two_agents_one_gets_it_and_the_other_is_told() {
        var grace = customer().signInAs("Grace Whitfield").openChat();
        grace.say("I want to talk to a person please");

        var ana = agent("agent1");
        var ben = agent("agent2");
        ana.open("Grace Whitfield");
        ben.open("Grace Whitfield");
        ana.take();
        assertThat(ben.page.locator(".conv .title")).containsText("Ana");
        assertThat(ben.button("Take it")).hasCount(0);
        assertThat(ben.reply()).hasCount(0);
    }

    @Test
    void words_are_never_read_as_markup() {
        var visitor = customer().signInAs("Luis Herrera");
        visitor.page.locator("attune-chat .launcher").click();
        String words = "<img src=x onerror=\"document.title='broken'\"><b>bold</b> i want to talk to a person";
        visitor.page.locator("attune-chat textarea").fill(words);
        visitor.page.keyboard().press("Enter");
        assertThat(visitor.page.locator("attune-chat")).containsText(words);
        assertThat(visitor.page.locator("attune-chat .mine .bubble").locator("img, b"))
                .hasCount(0);

        var ana = agent("agent1");
        ana.open("Luis Herrera");
        assertThat(ana.thread()).containsText(words);
        assertThat(ana.page.locator("attune-console").locator(".thread img, .thread b:text-is('bold')"))
                .hasCount(0);
        assertThat(ana.page.title()).doesNotContain("broken");
    }
}
