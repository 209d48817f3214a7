package io.attune.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A browser whose windows know nothing of each other, as if they stood on different desks. What goes wrong in a page
 * (an error, a policy broken) and what is asked of other hosts is kept, so that a test can say that there was none.
 */
final class Windows implements BeforeEachCallback, AfterEachCallback {
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** Skips the test, and says so, where there is no browser. */
    @Override
    public void beforeEach(ExtensionContext test) {
        Optional<Path> chromium = chromium();
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "no browser: install chromium, or name one in ATTUNE_CHROMIUM, to run the tests of the pages");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(ARGUMENTS));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Where the server under test is. */
    static URI server() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("ATTUNE_CHROMIUM");
        return (named == null
                        ? Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                        : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A new window of its own, at an address of the server. */
    Page open(String address, int width, int height, ColorScheme scheme) {
        BrowserContext context = Objects.requireNonNull(browser, "no browser yet")
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("en-GB")
                        .setColorScheme(scheme));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(fault -> faults.add(page.url() + ": " + fault));
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy") || said.text().contains("Trusted")) {
                faults.add(page.url() + ": " + said.text());
            }
        });
        page.onRequest(request -> {
            String host = URI.create(request.url()).getAuthority();
            if (host != null && !host.equals(server().getAuthority())) {
                strangers.add(request.url());
            }
        });
        page.navigate(server().resolve(address).toString());
        return page;
    }

    Page open(String address) {
        return open(address, 1280, 900, ColorScheme.LIGHT);
    }

    /** Script errors and broken policies so far. */
    List<String> faults() {
        return new ArrayList<>(faults);
    }

    /** Addresses outside the server that a page asked for. */
    List<String> strangers() {
        return new ArrayList<>(strangers);
    }
}
