package io.attune.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.access.store.AccessStores;
import io.attune.access.store.AccountStore;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server does not start with. */
class SafeStartTest {
    private static final Map<String, String> PRODUCTION = Map.of(
            "attune.access.sites.main.origins", "https://www.example.net",
            "attune.access.sites.main.key.secret", "the secret of the main site, long enough");

    private final Database database =
            Database.open(Address.of("jdbc:h2:mem:safe-start-" + UUID.randomUUID(), "", ""), 2);
    private final AccountStore accounts = AccessStores.accounts(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void start(boolean demo, String host, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("attune.access.session-for", "PT8H");
        AccessConfig config = new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
        DemoMode mode = () -> demo;
        var operators = new Operators(accounts, new Secrets(), Clock.systemUTC(), config);
        new SafeStart(config, mode, new Sites(config, mode), operators, accounts, host).start(new StartupEvent());
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        var all = new HashMap<>(settings);
        all.put(key, value);
        return all;
    }

    private void refused(boolean demo, String host, Map<String, String> settings, String... why) {
        assertThatThrownBy(() -> start(demo, host, settings)).hasMessageContainingAll(why);
    }

    @Test
    void starts_with_a_site_that_has_origins_and_a_secret_of_its_own() {
        assertThatCode(() -> start(false, "0.0.0.0", PRODUCTION)).doesNotThrowAnyException();
    }

    @Test
    void refuses_production_without_a_site() {
        refused(false, "0.0.0.0", Map.of(), "no site is configured");
    }

    @Test
    void refuses_a_site_that_is_open_to_nobody_or_to_everybody() {
        refused(
                false,
                "0.0.0.0",
                Map.of("attune.access.sites.main.key.secret", "the secret of the main site, long enough"),
                "attune.access.sites.main.origins");
        refused(false, "0.0.0.0", with(PRODUCTION, "attune.access.sites.main.origins", "*"), "not *");
    }

    @Test
    void refuses_the_demos_secret_in_production() {
        refused(
                false,
                "0.0.0.0",
                with(PRODUCTION, "attune.access.sites.main.key.secret", DemoAccess.SECRET),
                "is the demo site's");
    }

    @Test
    void refuses_a_database_that_a_demo_ran_on() {
        start(true, "127.0.0.1", Map.of());
        refused(false, "0.0.0.0", PRODUCTION, "demo accounts");
    }

    @Test
    void keeps_the_demo_on_this_machine() {
        refused(true, "0.0.0.0", Map.of(), "quarkus.http.host");
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        refused(
                false,
                "0.0.0.0",
                Map.of(
                        "attune.access.accounts.ana.role", "boss",
                        "attune.access.accounts.ana.password", "short"),
                "no site is configured",
                "attune.access.accounts.ana.role must be one of",
                "attune.access.accounts.ana.password must have at least 12");
    }
}
