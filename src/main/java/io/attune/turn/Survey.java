package io.attune.turn;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.CsatRequested;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import io.attune.message.Language;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Asks the customer how it was, whoever closed the conversation: once in its life, and only when the customer said something
 * in it. A process that dies between the closing and the question asks nobody; a survey is worth no more than that.
 */
@ApplicationScoped
class Survey {
    private static final Logger LOG = Logger.getLogger(Survey.class);

    private final ConversationLog log;
    private final LiveFeed feed;
    private final Dialogs dialogs;
    private final TurnConfig config;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("survey").daemon().factory());

    Survey(ConversationLog log, LiveFeed feed, Dialogs dialogs, TurnConfig config) {
        this.log = log;
        this.feed = feed;
        this.dialogs = dialogs;
        this.config = config;
    }

    void start(@Observes StartupEvent starting) {
        if (config.survey()) {
            feed.listenToAll(this::committed);
        }
    }

    private void committed(Appended.Done commit) {
        // Whoever did not answer the bot's question will not answer how it was.
        boolean closes = commit.entries().stream()
                .anyMatch(entry ->
                        entry.event() instanceof Closed closed && !closed.code().equals(TurnWriter.NO_REPLY));
        if (closes && commit.header().owner() == Owner.CLOSED && commit.header().lastCustomer() > 0) {
            thread.execute(() -> ask(commit.header().id()));
        }
    }

    private void ask(String conv) {
        try {
            Language language = Optional.ofNullable(
                            log.load(conv).map(Conversation::language).orElse(null))
                    .orElse(Language.EN);
            var question = new CsatRequested(Sender.SYSTEM, new Content.Csat(dialogs.words("csat.ask", language)));
            // One key for ever: a conversation that is opened and closed again is not asked about twice.
            log.append(new Append(
                            conv,
                            new Append.Inbound(conv + "|survey", "asked"),
                            Guard.owned(Owner.CLOSED),
                            List.of(new Draft(question)),
                            List.of(),
                            null))
                    .exceptionally(fault -> {
                        LOG.warnf(
                                "the survey of %s was not asked: %s",
                                conv, fault.getClass().getSimpleName());
                        return new Appended.Unknown(conv);
                    });
        } catch (RuntimeException e) {
            LOG.warnf("the survey of %s was not asked: %s", conv, e.getClass().getSimpleName());
        }
    }
}
