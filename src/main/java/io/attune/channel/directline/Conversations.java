package io.attune.channel.directline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.access.BadIdentity;
import io.attune.access.Identities;
import io.attune.access.Secrets;
import io.attune.access.Sites;
import io.attune.channel.directline.store.DirectLineStore;
import io.attune.channel.directline.store.DirectLineStore.Opened;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.customer.Customers;
import io.attune.message.Channel;
import io.attune.message.Language;
import io.attune.turn.Openings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Which conversations there are over Direct Line, whose they are, and who may see which. */
@Singleton
class Conversations {
    /** The channel of identities that a provider's systems give to its customers ({@code PUT /api/v1/customers}). */
    private static final String IDENTITY = "directline";

    private static final int KEPT = 10_000;

    private final DirectLineStore store;
    private final ConversationLog log;
    private final Openings openings;
    private final Customers customers;
    private final Identities identities;
    private final Sites sites;
    private final Secrets secrets;
    private final Clock clock;
    private final Cache<String, Opened> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Conversations(
            DirectLineStore store,
            ConversationLog log,
            Openings openings,
            Customers customers,
            Identities identities,
            Sites sites,
            Secrets secrets,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.openings = openings;
        this.customers = customers;
        this.identities = identities;
        this.sites = sites;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What a token is made out for: a conversation that is still to be started; of a customer who is known, the one that is
     * under way, on whatever channel.
     *
     * @param user whom the site's server says it talks for; the same one is the same customer every time
     * @param identity a JWT by which the site says which of its customers it is
     */
    Grant.OfConversation promise(String site, @Nullable String user, @Nullable String identity, List<String> origins) {
        Optional<String> known = known(site, user, identity);
        String conv = known.flatMap(log::openOf)
                .map(Header::id)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Grant.OfConversation(site, conv, known.orElseGet(() -> stranger(site, user)), user, origins);
    }

    private Optional<String> known(String site, @Nullable String user, @Nullable String identity) {
        if (identity == null) {
            return user == null ? Optional.empty() : customers.byIdentity(IDENTITY, user);
        }
        try {
            return Optional.of(identities.verify(sites.find(site).orElseThrow(), identity));
        } catch (BadIdentity e) {
            throw Refusal.bad("identity", String.valueOf(e.getMessage()));
        }
    }

    private String stranger(String site, @Nullable String user) {
        return user == null
                ? secrets.anonymousId()
                : "dl-" + Secrets.kept(site + " " + user).substring(0, 40);
    }

    /** Starts it, or finds it started. */
    CompletionStage<Header> start(Grant.OfConversation grant, @Nullable String user, @Nullable String locale) {
        String name = grant.user() != null ? grant.user() : user;
        var opened = new Opened(grant.conv(), grant.site(), grant.customer(), name);
        store.add(opened, clock.millis());
        return openings.resumeOrOpen(grant.conv(), grant.customer(), Channel.DIRECTLINE, locale);
    }

    /** The conversation, when the grant reaches it. Another's is as if it did not exist. */
    Opened reach(Grant grant, String conv) {
        if (grant instanceof Grant.OfConversation token && !token.conv().equals(conv)) {
            throw Refusal.forbidden("The token is for another conversation.");
        }
        return find(conv).filter(opened -> opened.site().equals(grant.site())).orElseThrow(Refusal::noConversation);
    }

    private Optional<Opened> find(String conv) {
        Opened kept = known.getIfPresent(conv);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Opened> found = store.find(conv);
        found.ifPresent(opened -> known.put(conv, opened));
        return found;
    }

    /** The same grant for this one conversation. */
    Grant.OfConversation narrow(Grant grant, Opened opened) {
        return grant instanceof Grant.OfConversation token
                ? token
                : new Grant.OfConversation(opened.site(), opened.conv(), opened.customer(), null, List.of());
    }

    /** The user goes by this id from now on; what they said before carries it too. */
    void goesBy(Grant grant, Opened opened, Optional<String> user) {
        boolean fixed = grant instanceof Grant.OfConversation token && token.user() != null;
        if (!fixed && user.isPresent() && !user.get().equals(opened.user())) {
            store.rename(opened.conv(), user.get());
            known.invalidate(opened.conv());
        }
    }

    /** The entries of a conversation as its user's client takes them. */
    Activities activities(String conv) {
        String user = find(conv).map(Opened::user).orElse(null);
        return new Activities(conv, user == null ? "user" : user, () -> language(conv));
    }

    private Language language(String conv) {
        return log.load(conv).map(Conversation::language).orElse(Language.EN);
    }

    void forget(String customer) {
        store.erase(customer);
        known.asMap().values().removeIf(opened -> opened.customer().equals(customer));
    }

    List<String> usersOf(String customer) {
        return store.usersOf(customer);
    }
}
