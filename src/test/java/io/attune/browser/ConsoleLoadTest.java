package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A full list stays light: the page is fed from here instead of by the server, so that what is measured is the page. The limits are
 * generous, since the machines that build are shared; what a page that draws all its rows does is several times worse.
 */
@QuarkusTest
class ConsoleLoadTest {
    private static final int CONVERSATIONS = 500;
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 4;

    private static final String MEASURE = """
            () => { window.long = 0; window.frames = 0;
              new PerformanceObserver(list => list.getEntries().forEach(task => window.long += task.duration))
                  .observe({type: 'longtask'});
              const frame = () => { window.frames++; requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
              const rows = document.querySelector('virtual-rows');
              let by = 60;
              setInterval(() => { rows.scrollTop += by;
                if (rows.scrollTop + rows.clientHeight > rows.scrollHeight - 5 || rows.scrollTop <= 0) by = -by; }, 16); }""";

    @RegisterExtension
    final Windows windows = new Windows();

    private static String item(int number, String text) {
        return """
               {"conv":"c%d","customer":"u%d","name":"Customer %d","channel":"web","language":"en","owner":"agent",
                "phase":"with_agent","agent":"agent1","priority":0,"startedAt":"2026-11-22T08:00:00Z",
                "lastAt":"2026-11-22T08:00:00Z","lastText":"%s","lastRole":"customer","head":1}""".formatted(number, number, number, text);
    }

    @Test
    void five_hundred_conversations_scroll_while_fifty_messages_a_second_arrive() {
        Page page = windows.open("/console");
        String items = IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> item(number, "hello"))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        page.route("**/api/v1/agent/conversations?owner=*", route -> {
            String body = route.request().url().endsWith("owner=me") ? items : "{\"items\":[]}";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(body));
        });
        var line = new AtomicReference<WebSocketRoute>();
        page.routeWebSocket("**/ws/v1/agent*", line::set);
        page.reload();
        new AgentWindow(page).enter("agent1");
        assertThat(page.locator(".fold", new Page.LocatorOptions().setHasText("Mine")))
                .containsText(String.valueOf(CONVERSATIONS));
        page.evaluate(MEASURE);

        WebSocketRoute socket = Objects.requireNonNull(line.get(), "connected");
        for (int sent = 0; sent < PER_SECOND * SECONDS; sent++) {
            socket.send("{\"t\":\"item\",\"item\":" + item(sent * 7 % CONVERSATIONS, "message " + sent) + "}");
            page.waitForTimeout(1000.0 / PER_SECOND);
        }
        page.locator(".item", new Page.LocatorOptions().setHasText("message "))
                .first()
                .waitFor();

        @SuppressWarnings("unchecked")
        var seen = (Map<String, Number>) page.evaluate(
                "({long: window.long, frames: window.frames, rows: document.querySelectorAll('.row').length})");
        assertThat(Objects.requireNonNull(seen.get("rows")).intValue())
                .as("rows that exist")
                .isBetween(5, 60);
        assertThat(Objects.requireNonNull(seen.get("long")).doubleValue())
                .as("ms in tasks over 50 ms")
                .isLessThan(0.25 * 1000 * SECONDS);
        assertThat(Objects.requireNonNull(seen.get("frames")).intValue())
                .as("frames drawn")
                .isGreaterThan(20 * SECONDS);
        assertThat(windows.faults()).isEmpty();
    }
}
