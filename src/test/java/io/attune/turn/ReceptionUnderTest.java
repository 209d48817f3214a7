package io.attune.turn;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.message.Channel;
import io.attune.message.Content;

/** The real reception without a container. */
public final class ReceptionUnderTest {
    private ReceptionUnderTest() {}

    public static Appended accept(ConversationLog log, String conv, String id, String text) {
        return new Reception(log, null)
                .accept(new Reception.Inbound(conv, Channel.WHATSAPP, id, new Content.Text(text), null))
                .toCompletableFuture()
                .join();
    }
}
