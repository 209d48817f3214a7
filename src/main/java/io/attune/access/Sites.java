package io.attune.access;

import io.attune.settings.DemoMode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sites that are configured, and the demo site in demo mode. */
@Singleton
public class Sites {
    private final Map<String, Site> sites = new TreeMap<>();

    Sites(AccessConfig config, DemoMode demo) {
        if (demo.on()) {
            sites.put(
                    DemoAccess.SITE,
                    new Site(DemoAccess.SITE, DemoAccess.ORIGINS, Optional.of(SiteKey.ofSecret(DemoAccess.SECRET))));
        }
        config.sites()
                .forEach((name, site) -> sites.put(
                        name, new Site(name, site.origins().orElse(List.of()), SiteKey.of(name, site.key()))));
    }

    public Optional<Site> find(String name) {
        return Optional.ofNullable(sites.get(name));
    }

    public Collection<Site> all() {
        return List.copyOf(sites.values());
    }

    /** Whether any site may be used from this origin: for the time before it is known which site it is. */
    public boolean allow(String origin) {
        return sites.values().stream().anyMatch(site -> site.allows(origin));
    }
}
