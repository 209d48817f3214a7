package io.attune.turn;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.Described;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Rated;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.database.InCommit;
import io.attune.handoff.Cases;
import io.attune.message.Channel;
import io.attune.message.Compose;
import io.attune.message.Content;
import io.attune.understanding.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what customers send: made safe to keep, stored once, and only then acknowledged. The answer is not waited for:
 * the log tells the {@link TurnScheduler}.
 */
@ApplicationScoped
public class Reception {
    private final ConversationLog log;

    private final Cases cases;

    Reception(ConversationLog log, Cases cases) {
        this.log = log;
        this.cases = cases;
    }

    /**
     * A message that came in.
     *
     * @param id the sender's own id of it, unique in the conversation
     */
    public record Inbound(
            String conv,
            Channel channel,
            String id,
            Content content,
            @Nullable Compose compose) {}

    /** Stores a message. Completes when it is durable, or with what stood in the way. */
    public CompletionStage<Appended> accept(Inbound inbound) {
        return accept(inbound, List.of());
    }

    /** The same, with what another room writes in the same commit. */
    public CompletionStage<Appended> accept(Inbound inbound, List<InCommit> with) {
        Content content = safe(inbound.content());
        var key = new Append.Inbound(inbound.conv() + "|customer|" + inbound.id(), hash(content));
        var message = new Message(Sender.CUSTOMER, inbound.id(), content, inbound.compose(), null);
        return log.append(new Append(inbound.conv(), key, Guard.NONE, List.of(new Draft(message)), with, null));
    }

    /** The customer ends the conversation. */
    public CompletionStage<Appended> end(String conv) {
        List<InCommit> with = log.header(conv).map(cases::endedByCustomer).orElse(List.of());
        return log.append(new Append(
                conv,
                null,
                Guard.owned(Owner.BOT, Owner.QUEUE, Owner.AGENT),
                List.of(new Draft(new Closed(Sender.CUSTOMER, "customer_ended", null))),
                with,
                null));
    }

    /**
     * The customer says how a closed conversation was. Saying the same again changes nothing; of different ones the last
     * counts. Refused while the conversation is open.
     *
     * @param score 1 to 5
     */
    public CompletionStage<Appended> rate(String conv, int score, @Nullable String comment) {
        String words = comment == null || comment.isBlank() ? null : Redaction.redact(comment.strip());
        String hash = digest(score + " " + words);
        return log.append(new Append(
                conv,
                new Append.Inbound(conv + "|rated|" + hash, hash),
                Guard.owned(Owner.CLOSED),
                List.of(new Draft(new Rated(Sender.CUSTOMER, score, words))),
                List.of(),
                null));
    }

    /** The customer's page or app tells something about the conversation. The same again changes nothing. */
    public CompletionStage<Appended> describe(String conv, Map<String, String> attributes) {
        var safe = new TreeMap<String, String>();
        attributes.forEach((name, value) -> safe.put(name, Redaction.redact(value)));
        String hash = digest(safe.toString());
        return log.append(new Append(
                conv,
                new Append.Inbound(conv + "|described|" + hash, hash),
                Guard.NONE,
                List.of(new Draft(new Described(Sender.CUSTOMER, safe))),
                List.of(),
                null));
    }

    /** Card numbers and passwords are taken out before anything is stored. */
    private static Content safe(Content content) {
        return switch (content) {
            case Content.Text t -> new Content.Text(Redaction.redact(t.text()), t.format(), t.lang());
            case Content.Picked p -> p;
            case Content.Choices c -> c;
            case Content.Notice n -> n;
            case Content.Csat c -> c;
            case Content.Attached a ->
                Content.Attached.of(
                        a.url(), a.mime(), a.name(), a.bytes(), a.alt() == null ? null : Redaction.redact(a.alt()));
        };
    }

    /** Of what is kept, so that the hash tells nothing that is not stored anyway. */
    private static String hash(Content content) {
        String text = switch (content) {
            case Content.Picked p -> "choice " + p.choiceId();
            case Content.Attached a -> "file " + a.url() + " " + a.words();
            default -> "text " + content.words();
        };
        return digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
