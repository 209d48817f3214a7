package io.attune.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may come in. */
@ConfigMapping(prefix = "attune.access")
public interface AccessConfig {
    /** The websites and apps that customers write from, by name. None by default; demo mode adds {@code demo}. */
    Map<String, Site> sites();

    /** Operator accounts made or changed at start, by user name. None by default; demo mode adds its own. */
    Map<String, Account> accounts();

    /**
     * Whether operators sign in with a password of ours. Switch it off where {@code attune.oidc} is set up; without that it
     * has no effect.
     */
    @WithDefault("true")
    boolean passwords();

    /** How long a sign-in of an operator lasts. Shorten it where desks are shared. */
    @WithDefault("8h")
    Duration sessionFor();

    /** Failed sign-ins per minute and user name before further ones are refused. */
    @WithDefault("5")
    int failuresPerUser();

    /** Failed sign-ins per minute and network address. Raise it when many agents share one address. */
    @WithDefault("30")
    int failuresPerAddress();

    /** A website or app. */
    interface Site {
        /**
         * The web origins that may open a chat, such as {@code https://www.example.net}; {@code http://localhost:*}
         * stands for every port. Required in production.
         */
        Optional<List<String>> origins();

        /** The key that the site signs its customers' identities with. */
        Key key();
    }

    /** A key of a site. */
    interface Key {
        /** {@code HS256}, {@code RS256} or {@code EdDSA}. */
        @WithDefault("HS256")
        String algorithm();

        /** For HS256: the shared secret, at least 32 characters. Without any key, customers cannot sign in. */
        Optional<String> secret();

        /** For RS256 and EdDSA: the public key, as PEM or as bare Base64. */
        Optional<String> publicKey();
    }

    /** An operator account. */
    interface Account {
        /** {@code agent}, {@code supervisor}, {@code admin} or {@code integration}. */
        String role();

        /** The name that customers and colleagues see. Default: the user name. */
        Optional<String> name();

        /** The password, at least 12 characters; kept as bcrypt only. Prefer an environment variable. */
        String password();
    }
}
