package io.attune.channel.directline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.channel.Picking;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.message.Channel;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.turn.Composing;
import io.attune.turn.Reception;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes in what a client sends to its conversation. */
@Singleton
class Posting {
    private final Reception reception;
    private final Composing composing;
    private final ConversationLog log;
    private final Streams streams;
    private final Allowance allowance;
    private final Clock clock;
    /** A client tells of the last key and sends the message side by side: the older news may come second. */
    private final Cache<String, Boolean> justSaid = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    Posting(
            Reception reception,
            Composing composing,
            ConversationLog log,
            Streams streams,
            Allowance allowance,
            Clock clock) {
        this.reception = reception;
        this.composing = composing;
        this.log = log;
        this.streams = streams;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** Takes an activity; the id that it has from then on, once it is stored. */
    CompletionStage<String> post(String conv, ObjectNode activity) {
        Sent sent = Sent.read(activity);
        allowance.take(conv, sent);
        return switch (sent) {
            case Sent.Said said -> say(conv, said);
            case Sent.Ends ends -> reception.end(conv).thenApply(appended -> ended(conv, appended));
            case Sent.Typing typing -> {
                if (justSaid.getIfPresent(conv) == null) {
                    composing.writing(conv);
                }
                yield CompletableFuture.completedStage(pass(conv, activity));
            }
            case Sent.Passing passing -> CompletableFuture.completedStage(pass(conv, activity));
        };
    }

    /** Clients wait to see again whatever they sent. */
    private String pass(String conv, ObjectNode activity) {
        String id = ActivityIds.passing(conv, UUID.randomUUID().toString());
        streams.pass(conv, Activity.echo(activity, conv, id, clock.instant()));
        return id;
    }

    private CompletionStage<String> say(String conv, Sent.Said said) {
        Content content = content(conv, said);
        String id = said.id() == null ? UUID.randomUUID().toString() : said.id();
        justSaid.put(conv, true);
        composing.stopped(conv);
        return reception
                .accept(new Reception.Inbound(conv, Channel.DIRECTLINE, id, content, null))
                .thenApply(appended -> stored(conv, appended));
    }

    private Content content(String conv, Sent.Said said) {
        String sentAlong = said.picked();
        if (sentAlong != null) {
            List<Choice> offered = log.load(conv).map(Conversation::offered).orElseThrow(Refusal::noConversation);
            Optional<Content.Picked> picked = Picking.read(sentAlong, offered);
            if (picked.isPresent()) {
                return picked.get();
            }
        }
        String words = said.text().isEmpty() && sentAlong != null ? sentAlong : said.text();
        if (words.isBlank() || words.length() > Content.MAX_TEXT) {
            throw Refusal.bad("text", "must have 1 to " + Content.MAX_TEXT + " characters");
        }
        return new Content.Text(words);
    }

    private static String stored(String conv, Appended appended) {
        return switch (appended) {
            case Appended.Done done -> ActivityIds.of(conv, done.firstSeq());
            case Appended.Duplicate before -> ActivityIds.of(conv, before.seq());
            case Appended.IdConflict clash -> throw Refusal.conflict();
            case Appended.Refused refused -> throw Refusal.conflict();
            case Appended.Unknown unknown -> throw Refusal.noConversation();
        };
    }

    /** One that was ended before is ended. */
    private static String ended(String conv, Appended appended) {
        return switch (appended) {
            case Appended.Refused refused ->
                ActivityIds.of(conv, refused.header().head());
            default -> stored(conv, appended);
        };
    }
}
