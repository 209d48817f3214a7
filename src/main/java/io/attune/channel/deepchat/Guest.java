package io.attune.channel.deepchat;

import io.attune.access.BadIdentity;
import io.attune.access.Identities;
import io.attune.access.Secrets;
import io.attune.access.Site;
import io.attune.access.Sites;
import io.attune.access.Visitors;
import io.attune.channel.exchange.Party;
import io.attune.message.Channel;
import io.attune.problem.ProblemException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes. The component sends no id of a conversation, so the device's secret says it: in a cookie where the page is this
 * server's own, else in the header {@code Authorization: Visitor …} or in the body, where the page puts it.
 */
@Singleton
class Guest {
    static final String COOKIE = "attune_visitor";

    private static final String VISITOR = "Visitor ";

    private final Sites sites;
    private final Visitors visitors;
    private final Identities identities;

    Guest(Sites sites, Visitors visitors, Identities identities) {
        this.sites = sites;
        this.visitors = visitors;
        this.identities = identities;
    }

    /** @param newSecret to be kept by the device, when it has come without one that is known */
    record Admitted(Party party, Optional<String> newSecret) {}

    /**
     * What came with a request beside its body.
     *
     * @param host as in the request
     */
    record Shown(
            @Nullable String origin,
            @Nullable String host,
            @Nullable String authorization,
            @Nullable String cookie) {
        boolean isFromElsewhere() {
            return origin != null
                    && host != null
                    && !host.equals(URI.create(origin).getAuthority());
        }
    }

    Admitted admit(Shown shown, Request request) {
        Site site = site(shown, request.site());
        String secret = secret(shown, request);
        if (secret == null && shown.isFromElsewhere()) {
            throw ProblemException.badRequest(
                    "visitor", "missing: ask POST /api/v1/tickets for one, keep it, and add it to additionalBodyProps");
        }
        var visit = visitors.enter(site, secret, customer(site, request.identity()));
        String customer = visit.caller().customer();
        // Each device reads for itself: what one was told, another has not seen.
        String sender = Secrets.kept("deep chat " + visit.secret());
        Optional<String> fresh = visit.secret().equals(secret) ? Optional.empty() : Optional.of(visit.secret());
        if (fresh.isPresent() && shown.isFromElsewhere()) {
            throw ProblemException.unauthorized(
                    "visitor: not one that is known here; ask POST /api/v1/tickets for a new one");
        }
        return new Admitted(new Party(Channel.DEEPCHAT, sender, customer, request.locale()), fresh);
    }

    private static @Nullable String secret(Shown shown, Request request) {
        if (request.visitor() != null) {
            return request.visitor();
        }
        String header = shown.authorization();
        if (header != null && header.startsWith(VISITOR)) {
            return header.substring(VISITOR.length()).strip();
        }
        // A cookie goes along by itself; it proves nothing of a page elsewhere.
        return shown.isFromElsewhere() ? null : shown.cookie();
    }

    /** The site that is named, or else the only one there is. */
    private Site site(Shown shown, @Nullable String name) {
        List<Site> all = List.copyOf(sites.all());
        Optional<Site> site =
                name != null ? sites.find(name) : all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        Site found = site.orElseThrow(() -> ProblemException.badRequest(
                "site", name == null ? "is required where there are several" : "there is no such site"));
        if (shown.origin() != null && !found.allows(shown.origin())) {
            throw ProblemException.forbidden("This origin is not one of the site's.");
        }
        return found;
    }

    private @Nullable String customer(Site site, @Nullable String identity) {
        if (identity == null) {
            return null;
        }
        try {
            return identities.verify(site, identity);
        } catch (BadIdentity e) {
            throw ProblemException.unauthorized("identity: " + e.getMessage());
        }
    }
}
