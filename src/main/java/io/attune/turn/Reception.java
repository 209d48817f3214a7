package io.attune.turn;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.Message;
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
        Content content = safe(inbound.content());
        var key = new Append.Inbound(inbound.conv() + "|customer|" + inbound.id(), hash(content));
        var message = new Message(Sender.CUSTOMER, inbound.id(), content, inbound.compose(), null);
        return log.append(Append.accept(inbound.conv(), key, message));
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

    /** Card numbers and passwords are taken out before anything is stored. */
    private static Content safe(Content content) {
        return switch (content) {
            case Content.Text t -> new Content.Text(Redaction.redact(t.text()), t.format(), t.lang());
            case Content.Picked p -> p;
            case Content.Choices c -> c;
            case Content.Notice n -> n;
            case Content.Csat c -> c;
        };
    }

    /** Of what is kept, so that the hash tells nothing that is not stored anyway. */
    private static String hash(Content content) {
        String text = switch (content) {
            case Content.Picked p -> "choice " + p.choiceId();
            default -> "text " + content.words();
        };
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
