package io.attune.turn;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.message.Channel;
import io.attune.message.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Starts conversations: with a greeting in the log, while the customer's line is being tested. */
@ApplicationScoped
public class Openings {
    private static final int LOCKS = 64;

    private final ConversationLog log;
    private final SituationReader situations;
    private final Thinking thinking;
    private final TurnWriter writer;
    private final Clock clock;
    private final Object[] locks = new Object[LOCKS];
    private final ExecutorService threads = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().name("opening-", 0).daemon().factory());

    Openings(ConversationLog log, SituationReader situations, Thinking thinking, TurnWriter writer, Clock clock) {
        this.log = log;
        this.situations = situations;
        this.thinking = thinking;
        this.writer = writer;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * The customer's open conversation, or a new one. Two tabs that ask at once get the same.
     *
     * @param before who this device was before its user signed in: a chat begun then goes on
     */
    public CompletionStage<Header> resumeOrOpen(
            String customer, Optional<String> before, Channel channel, @Nullable String locale) {
        return CompletableFuture.supplyAsync(
                () -> {
                    situations.prepare(customer);
                    synchronized (locks[Math.floorMod(customer.hashCode(), LOCKS)]) {
                        return before.flatMap(log::openOf)
                                .filter(header -> header.lastCustomer() > 0)
                                .or(() -> log.openOf(customer))
                                .orElseGet(() -> openNow(customer, channel, locale));
                    }
                },
                threads);
    }

    /** The same for a customer who has written already, and is answered rather than greeted. */
    public CompletionStage<Header> resumeOrBegin(String customer, Channel channel) {
        return CompletableFuture.supplyAsync(
                () -> {
                    situations.prepare(customer);
                    synchronized (locks[Math.floorMod(customer.hashCode(), LOCKS)]) {
                        return log.openOf(customer).orElseGet(() -> beginNow(customer, channel));
                    }
                },
                threads);
    }

    /** The conversation of this id, begun when it is not there yet. */
    public CompletionStage<Header> resumeOrBegin(String conv, String customer, Channel channel) {
        return CompletableFuture.supplyAsync(
                () -> {
                    situations.prepare(customer);
                    synchronized (locks[Math.floorMod(conv.hashCode(), LOCKS)]) {
                        return log.header(conv).orElseGet(() -> beginNow(conv, customer, channel));
                    }
                },
                threads);
    }

    private Header beginNow(String customer, Channel channel) {
        return beginNow(UUID.randomUUID().toString(), customer, channel);
    }

    private Header beginNow(String conv, String customer, Channel channel) {
        Header start = Header.start(conv, UUID.randomUUID().toString(), customer, channel, clock.instant());
        return log.open(start, null, List.of()).toCompletableFuture().join().header();
    }

    /** A new conversation. */
    public CompletionStage<Header> open(String customer, Channel channel, @Nullable String locale) {
        return CompletableFuture.supplyAsync(() -> openNow(customer, channel, locale), threads);
    }

    /**
     * The conversation of this id, which the channel has promised to somebody; a new one when it is not there yet. Two who
     * ask at once get the same.
     *
     * @param customer whose it is when it is new; one that is there keeps its own
     */
    public CompletionStage<Header> resumeOrOpen(
            String conv, String customer, Channel channel, @Nullable String locale) {
        return CompletableFuture.supplyAsync(
                () -> {
                    synchronized (locks[Math.floorMod(conv.hashCode(), LOCKS)]) {
                        return log.header(conv).orElseGet(() -> openNow(conv, customer, channel, locale));
                    }
                },
                threads);
    }

    private Header openNow(String customer, Channel channel, @Nullable String locale) {
        return openNow(UUID.randomUUID().toString(), customer, channel, locale);
    }

    private Header openNow(String conv, String customer, Channel channel, @Nullable String locale) {
        Header start = Header.start(conv, UUID.randomUUID().toString(), customer, channel, clock.instant());
        Surroundings surroundings = situations.look(customer);
        Thought greeting = thinking.greet(channel, surroundings, language(locale));
        Appended.Done opened = log.open(start, greeting.language(), writer.drafts(greeting, null, surroundings))
                .toCompletableFuture()
                .join();
        return opened.header();
    }

    private static Optional<Language> language(@Nullable String locale) {
        return locale == null ? Optional.empty() : Language.ofTag(locale);
    }
}
