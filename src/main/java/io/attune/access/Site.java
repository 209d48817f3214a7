package io.attune.access;

import java.util.List;
import java.util.Optional;

/**
 * A website or app that customers write from.
 *
 * @param origins the web origins that may open a chat; a port {@code *} stands for every port
 * @param key what its customers' identities are verified with; without one nobody can sign in
 */
public record Site(String name, List<String> origins, Optional<SiteKey> key) {
    private static final String ANY_PORT = ":*";

    public Site {
        origins = List.copyOf(origins);
    }

    /** @param origin as a browser sends it, such as {@code https://www.example.net} */
    public boolean allows(String origin) {
        return origins.stream().anyMatch(allowed -> matches(allowed, origin));
    }

    private static boolean matches(String allowed, String origin) {
        if (!allowed.endsWith(ANY_PORT)) {
            return allowed.equalsIgnoreCase(origin);
        }
        String host = allowed.substring(0, allowed.length() - ANY_PORT.length());
        return origin.equalsIgnoreCase(host)
                || (origin.regionMatches(true, 0, host + ":", 0, host.length() + 1)
                        && origin.substring(host.length() + 1).matches("[0-9]{1,5}"));
    }
}
