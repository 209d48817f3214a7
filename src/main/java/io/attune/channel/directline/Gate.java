package io.attune.channel.directline;

import io.attune.access.Site;
import io.attune.access.Sites;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is calling: the {@code Authorization} header of a request, or the address of a stream. */
@Singleton
class Gate {
    private static final String BEARER = "bearer ";
    private static final int LONGEST = 8192;

    private final SiteSecrets secrets;
    private final Tokens tokens;
    private final Sites sites;

    Gate(SiteSecrets secrets, Tokens tokens, Sites sites) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.sites = sites;
    }

    /** @param origin of the page that calls, when a page does */
    Grant open(@Nullable String authorization, @Nullable String origin) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw Refusal.unknown();
        }
        String shown = authorization.substring(BEARER.length()).strip();
        Grant grant = read(shown);
        if (origin != null && !allowed(grant, origin)) {
            throw Refusal.forbidden("This origin is not one that may be used from.");
        }
        return grant;
    }

    private Grant read(String shown) {
        Optional<Grant> ofSite = secrets.siteOf(shown).map(Grant.OfSite::new);
        if (ofSite.isPresent()) {
            return ofSite.get();
        }
        // A token is a JWT and has dots; one that is none of ours any more has expired, as far as a client is
        // concerned.
        if (shown.indexOf('.') < 0) {
            throw Refusal.unknown();
        }
        return tokens.read(shown).orElseThrow(Refusal::expired);
    }

    boolean allowed(Grant grant, String origin) {
        boolean ofSite = sites.find(grant.site())
                .filter((Site site) -> site.allows(origin))
                .isPresent();
        return switch (grant) {
            case Grant.OfSite site -> ofSite;
            case Grant.OfConversation token ->
                ofSite && (token.origins().isEmpty() || token.origins().contains(origin));
        };
    }
}
