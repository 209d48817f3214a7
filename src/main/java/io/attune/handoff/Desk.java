package io.attune.handoff;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do with a conversation. Each action is one append whose guard says who may do it, checked in the
 * commit itself: of two agents who claim at once exactly one gets it, on any number of nodes.
 */
@ApplicationScoped
public class Desk {
    private final ConversationLog log;

    Desk(ConversationLog log) {
        this.log = log;
    }

    /** @param seen seq of the last entry that the agent had before them; the action is refused when there is a newer one */
    public record Action(
            String conv, Sender agent, @Nullable Long seen) {
        String agentId() {
            return String.valueOf(agent.id());
        }
    }

    /** Takes a conversation that waits, or takes it over from the bot. */
    public CompletionStage<Appended> claim(Action action) {
        return append(action, Guard.owned(Owner.QUEUE, Owner.BOT), new HandoffJoined(action.agent()));
    }

    public CompletionStage<Appended> say(Action action, Content content, Header header) {
        Long replyTo = header.lastCustomer() == 0 ? null : Long.valueOf(header.lastCustomer());
        return append(action, mine(action), new Message(action.agent(), null, content, null, replyTo));
    }

    /** Anybody at the desk may leave a note, whoever owns the conversation. */
    public CompletionStage<Appended> note(Action action, String text) {
        return append(action, Guard.NONE, new Note(action.agent(), text));
    }

    /** Back to the queue, for someone else. */
    public CompletionStage<Appended> transfer(Action action, String to, @Nullable String note) {
        return append(action, mine(action), new HandoffTransferred(action.agent(), to, note));
    }

    /** Back to the bot. */
    public CompletionStage<Appended> giveBack(Action action, @Nullable String instruction) {
        return append(action, mine(action), new HandoffReturned(action.agent(), instruction));
    }

    public CompletionStage<Appended> close(Action action, String code, @Nullable String note) {
        return append(action, mine(action), new Closed(action.agent(), code, note));
    }

    private static Guard mine(Action action) {
        return Guard.ownedBy(action.agentId());
    }

    private CompletionStage<Appended> append(Action action, Guard guard, ConversationEvent event) {
        return log.append(Append.of(action.conv(), guard.seen(action.seen()), event));
    }
}
