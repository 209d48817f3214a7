package io.attune.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.attune.access.SignedIn.device;
import static io.attune.access.SignedIn.visiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator says what a message meant that was not understood. */
@QuarkusTest
class ToLabelTest {
    @RegisterExtension
    final Windows windows = new Windows();

    private static void writes(String text) {
        String device = device();
        visiting(device)
                .body("{\"improvement\":true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        String conv = visiting(device).body("{}").post("/api/v1/conversations").path("conv");
        visiting(device)
                .header("Idempotency-Key", "k")
                .body(Map.of("content", Map.of("kind", "text", "text", text)))
                .post("/api/v1/conversations/" + conv + "/messages")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> visiting(device)
                        .get("/api/v1/conversations/" + conv + "/events?after=0")
                        .asString()
                        .contains("replyTo"));
    }

    @Test
    void a_message_is_labelled_and_found_among_the_labelled() {
        writes("grumbel snortz the frobnicator, call 07700 900123");
        writes("wabble dorf, me llamo Quentin");
        Page page = windows.open("/console");
        new AgentWindow(page).enter("admin");
        page.navigate(Windows.server().resolve("/console#/admin/candidates").toString());
        Locator row = page.locator(".candidates li", new Page.LocatorOptions().setHasText("grumbel"));
        assertThat(row).containsText("call 00000 000000");
        assertThat(page.locator(".candidates")).not().containsText("Quentin");
        shot(page, "open");
        row.locator("select").selectOption("bill_explain");
        assertThat(row).hasCount(0);
        page.getByLabel("Show").selectOption("labelled");
        assertThat(row).hasCount(1);
        assertThat(row.locator("select")).hasValue("bill_explain");
        assertThat(row).containsText("admin");
        shot(page, "labelled");
        row.getByText("Open again").click();
        assertThat(row).hasCount(0);
        assertThat(windows.faults()).isEmpty();
    }

    /** For whoever wants to see the page: the folder is named by {@code page.shots}. */
    private static void shot(Page page, String name) {
        String folder = System.getProperty("page.shots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "to-label-" + name + ".png")));
        }
    }
}
