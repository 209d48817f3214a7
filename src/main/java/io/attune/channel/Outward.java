package io.attune.channel;

import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** What of a log goes out on a channel that brings messages to the customer. Pure. */
public final class Outward {
    private Outward() {}

    /** What an entry says to the customer, if anything. */
    public static Optional<Content> said(ConversationEvent event, Language language) {
        return switch (event) {
            case Message m when m.from().role() != Role.CUSTOMER -> Optional.of(m.content());
            case HandoffJoined j -> {
                String name = j.from().name() == null
                        ? Phrase.SOMEBODY.in(language)
                        : j.from().name();
                yield Optional.of(new Content.Notice(Phrase.JOINED.in(language).formatted(name)));
            }
            default -> Optional.empty();
        };
    }

    /**
     * The id under which a message of this channel stands in the log: it says where the customer wrote last, and so where
     * they are answered.
     *
     * @param externalId the provider's id of the message, with whatever makes it unique
     */
    public static String cid(String channel, String externalId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(externalId.getBytes(StandardCharsets.UTF_8));
            return channel + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the customer is answered on this channel after {@code entry}. */
    static boolean active(boolean before, Entry entry, String channel) {
        return entry.event() instanceof Message m && m.from().role() == Role.CUSTOMER
                ? m.cid() != null && m.cid().startsWith(channel + ".")
                : before;
    }
}
