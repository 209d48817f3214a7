package io.attune.channel.directline;

import io.attune.access.Sites;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The secrets that let a site's own servers in. */
@Singleton
class SiteSecrets {
    private static final String DEMO = "demo";
    private static final int SHORTEST = 32;

    private final Map<String, List<String>> bySite = new TreeMap<>();
    private final Sites sites;
    private final DemoMode demo;

    SiteSecrets(DirectLineConfig config, Sites sites, DemoMode demo) {
        this.sites = sites;
        this.demo = demo;
        if (demo.on()) {
            bySite.put(DEMO, List.of(DEMO));
        }
        bySite.putAll(config.secrets());
    }

    void check(@Observes StartupEvent starting) {
        var wrong = new ArrayList<String>();
        bySite.forEach((site, secrets) -> {
            String at = "attune.directline.secrets." + site;
            if (sites.find(site).isEmpty()) {
                wrong.add(at + ": there is no such site in attune.access.sites");
            }
            if (secrets.stream().anyMatch(secret -> secret.length() < SHORTEST) && !isDemo(site, secrets)) {
                wrong.add(at + " must have at least " + SHORTEST + " characters");
            }
        });
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("Attune does not start like this:\n  - " + String.join("\n  - ", wrong));
        }
    }

    private boolean isDemo(String site, List<String> secrets) {
        return demo.on() && site.equals(DEMO) && secrets.equals(List.of(DEMO));
    }

    /** Whose secret it is. Takes as long for a wrong one, wherever the difference is. */
    Optional<String> siteOf(String presented) {
        byte[] shown = presented.getBytes(StandardCharsets.UTF_8);
        Optional<String> found = Optional.empty();
        for (var site : bySite.entrySet()) {
            for (String secret : site.getValue()) {
                if (MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown)) {
                    found = Optional.of(site.getKey());
                }
            }
        }
        return found;
    }

    /** The secrets of a site, the one to sign with first; none when the site has none any more. */
    List<String> of(String site) {
        return bySite.getOrDefault(site, List.of());
    }
}
