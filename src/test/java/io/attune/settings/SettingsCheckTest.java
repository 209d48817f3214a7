package io.attune.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.access.AccessConfig;
import io.attune.database.DataFolder;
import io.attune.database.DatabaseConfig;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A setting that does not exist is refused, wherever it stands. */
class SettingsCheckTest {
    private static final KnownSettings KNOWN = new KnownSettings(
            SettingsCheck.names(Set.of(AccessConfig.class, DatabaseConfig.class, DataFolder.class, DemoMode.class)));

    private static List<String> faults(Map<String, String> file, Map<String, String> environment) {
        return SettingsCheck.faults(
                KNOWN, List.of(new PropertiesConfigSource(file, "attune.properties", 250)), environment);
    }

    @Test
    void takes_every_setting_that_exists() {
        assertThat(faults(
                        Map.of(
                                "attune.data", "/x",
                                "attune.demo", "true",
                                "attune.db.pool-size", "3",
                                "attune.access.sites.shop.origins", "https://a.example",
                                "attune.access.sites.shop.origins[0]", "https://a.example",
                                "attune.access.sites.\"my.shop\".key.public-key", "x",
                                "attune.access.accounts.ana.role", "agent",
                                "quarkus.http.port", "1",
                                "%dev.attune.demoo", "x"),
                        Map.of(
                                "ATTUNE_DATA", "/x",
                                "ATTUNE_DB_URL", "jdbc:h2:mem:x",
                                "ATTUNE_DB_POOL_SIZE", "3",
                                "ATTUNE_ACCESS_SITES_SHOP_KEY_SECRET", "x",
                                "ATTUNE_ACCESS_SITES_SHOP_ORIGINS_0_", "x",
                                "PATH", "x")))
                .isEmpty();
    }

    @Test
    void names_the_nearest_setting_and_the_place() {
        assertThat(faults(
                        Map.of("attune.db.pol-size", "3", "attune.access.sites.shop.orgins", "x"),
                        Map.of("ATTUNE_DB_ULR", "x")))
                .containsExactly(
                        "attune.access.sites.shop.orgins is no setting of Attune; did you mean"
                                + " attune.access.sites.*.origins? (in attune.properties)",
                        "attune.db.pol-size is no setting of Attune; did you mean attune.db.pool-size?"
                                + " (in attune.properties)",
                        "ATTUNE_DB_ULR is no setting of Attune; did you mean ATTUNE_DB_URL? (in the environment)");
    }

    @Test
    void counts_the_letters_that_differ() {
        assertThat(KnownSettings.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(KnownSettings.distance("", "abc")).isEqualTo(3);
        assertThat(KnownSettings.distance("same", "same")).isZero();
    }
}
