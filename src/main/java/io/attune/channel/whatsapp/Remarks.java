package io.attune.channel.whatsapp;

import io.attune.channel.whatsapp.Hearing.Arrived;
import io.attune.conversation.Append;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import io.attune.message.Language;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the channel says by itself about what is no words: to the customer, and to agents. */
@Singleton
public class Remarks {
    private final ConversationLog log;
    private final Lines lines;

    public Remarks(ConversationLog log, Lines lines) {
        this.log = log;
        this.lines = lines;
    }

    /** What is spoken with the customer; before they have said a word, what is spoken on this line. */
    Language language(Arrived arrived) {
        return log.load(arrived.conv())
                .flatMap(state -> Optional.ofNullable(state.language()))
                .orElseGet(() -> lines.find(arrived.peer().line())
                        .map(Lines.Line::language)
                        .orElse(Language.EN));
    }

    /**
     * Answers a message that the bot could make nothing of, in its place. Only while it is the one thing that the bot owes
     * an answer to: words beside it are worth an answer of their own, and with a person nobody speaks in between.
     */
    void answer(Arrived arrived, long seq, @Nullable Remark remark) {
        Optional<Conversation> state = log.load(arrived.conv());
        if (remark == null || state.isEmpty()) {
            return;
        }
        Header header = state.get().header();
        boolean alone = state.get().unanswered().size() == 1 && header.lastCustomer() == seq && header.isPending();
        if (alone && header.owner().botMaySpeak()) {
            var text = new Content.Text(remark.in(language(arrived)));
            var said = new Message(Sender.BOT, null, text, null, seq);
            // Overtaken: then the bot answers all of it together.
            log.append(Append.of(arrived.conv(), Guard.at(header.head(), header.ownership()), said))
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Agents see it, the customer does not. */
    void note(String conv, String text) {
        log.append(Append.of(conv, Guard.NONE, new Note(Sender.SYSTEM, text, null)))
                .toCompletableFuture()
                .join();
    }
}
