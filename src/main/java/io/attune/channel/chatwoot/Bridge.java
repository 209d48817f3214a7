package io.attune.channel.chatwoot;

import io.attune.access.Secrets;
import io.attune.channel.Letter;
import io.attune.channel.Outbox;
import io.attune.channel.Outward;
import io.attune.channel.chatwoot.store.ChatwootStore;
import io.attune.channel.chatwoot.store.ChatwootStore.Known;
import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.customer.Customers;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.turn.Openings;
import io.attune.turn.Reception;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our log of a conversation in step with Chatwoot's. Who answers is decided there: while it says {@code pending} the bot
 * does, otherwise an agent owns the conversation here too, and the bot is silent by the log's own rule. Every change may
 * come twice and in any order; each is one guarded append.
 */
@Singleton
class Bridge {
    /** The agent that stands for everybody who works in Chatwoot. */
    static final String AGENT = "chatwoot";

    private static final String IDENTITY = "chatwoot";
    private static final String NO_WORDS = "(file)";

    private final ChatwootStore store;
    private final ConversationLog log;
    private final Openings openings;
    private final Reception reception;
    private final Customers customers;
    private final Outbox outbox;

    Bridge(
            ChatwootStore store,
            ConversationLog log,
            Openings openings,
            Reception reception,
            Customers customers,
            @Named(ChatwootCarrier.CHANNEL) Outbox outbox) {
        this.store = store;
        this.log = log;
        this.openings = openings;
        this.reception = reception;
        this.customers = customers;
        this.outbox = outbox;
    }

    /** Takes news in. When it returns they are stored; throwing means that Chatwoot should tell them again. */
    void take(News news) {
        switch (news) {
            case News.Said said -> said(said);
            case News.AgentSaid said -> known(said).ifPresent(known -> agentSaid(known.conv(), said));
            case News.Arrived arrived -> outbox.progressed(arrived.letter(), arrived.id(), Letter.State.DELIVERED);
            case News.Changed changed -> known(changed).ifPresent(known -> changed(known.conv(), changed));
        }
    }

    private Optional<Known> known(News news) {
        return store.find(news.route());
    }

    private void said(News.Said said) {
        Optional<Known> known = known(said);
        if (known.isEmpty() && said.status() != News.Status.PENDING) {
            return; // Never the bot's.
        }
        String text = said.text().isEmpty() && said.hasFiles() ? NO_WORDS : said.text();
        if (text.isEmpty()) {
            return;
        }
        Known here = known.orElseGet(() -> open(said));
        changed(here.conv(), new News.Changed(said.route(), said.status(), null));
        String words = text.substring(0, Math.min(Content.MAX_TEXT, text.length()));
        stored(reception.accept(new Reception.Inbound(
                here.conv(),
                Channel.CHATWOOT,
                Outward.cid(ChatwootCarrier.CHANNEL, said.route() + " " + said.id()),
                new Content.Text(words),
                null)));
    }

    /** Ids come from theirs, so that two webhooks at once make one conversation. */
    private Known open(News.Said said) {
        String account = said.route().split(":", 2)[0];
        String customer = Optional.ofNullable(said.identifier())
                .flatMap(identifier -> customers.byIdentity(IDENTITY, identifier))
                .orElse("cw-" + Secrets.kept(account + " " + said.contact()).substring(0, 40));
        String conv = "cw-" + Secrets.kept("conversation " + said.route()).substring(0, 40);
        Header header = openings.resumeOrBegin(conv, customer, Channel.CHATWOOT)
                .toCompletableFuture()
                .join();
        var known = new Known(said.route(), header.id(), header.customer());
        store.add(known);
        outbox.follow(header.id(), said.route(), 0);
        return known;
    }

    private void changed(String conv, News.Changed changed) {
        switch (changed.status()) {
            case OPEN -> joined(conv, changed.agent());
            case PENDING -> append(conv, Guard.ownedBy(AGENT), new HandoffReturned(Sender.agent(AGENT, null), null));
            case RESOLVED ->
                append(
                        conv,
                        Guard.owned(Owner.BOT, Owner.QUEUE, Owner.AGENT),
                        new Closed(Sender.agent(AGENT, null), "resolved", null));
            case SNOOZED, UNKNOWN -> {}
        }
    }

    private void joined(String conv, @Nullable String name) {
        append(conv, Guard.owned(Owner.BOT, Owner.QUEUE), new HandoffJoined(Sender.agent(AGENT, name)));
    }

    private void agentSaid(String conv, News.AgentSaid said) {
        joined(conv, said.name());
        var id = new Append.Inbound(conv + "|agent|" + said.id(), Secrets.kept(said.text()));
        var message = new Message(Sender.agent(AGENT, said.name()), null, new Content.Text(said.text()), null, null);
        stored(log.append(new Append(conv, id, Guard.ownedBy(AGENT), List.of(new Draft(message)), List.of(), null)));
    }

    /** A guard that does not hold says that it is so already. */
    private void append(String conv, Guard guard, io.attune.conversation.ConversationEvent event) {
        stored(log.append(Append.of(conv, guard, event)));
    }

    private static void stored(CompletionStage<Appended> append) {
        append.toCompletableFuture().join();
    }

    List<String> routesOf(String customer) {
        return store.routesOf(customer);
    }

    void forget(String customer) {
        store.routesOf(customer).forEach(outbox::erase);
        store.erase(customer);
    }
}
