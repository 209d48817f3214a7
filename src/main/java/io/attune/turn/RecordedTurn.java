package io.attune.turn;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.TurnRecord;
import io.attune.conversation.store.Archive;
import io.attune.message.Content;
import io.attune.message.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A turn as the log has it.
 *
 * @param said by the bot, in the turn's commit
 * @param grounds as they were kept; null where they were not
 */
record RecordedTurn(
        TurnRecord turn,
        Instant at,
        List<Content> said,
        @Nullable String grounds) {
    RecordedTurn {
        said = List.copyOf(said);
    }

    /** The turns of a conversation, in order. What is one commit has one time. */
    static List<RecordedTurn> of(List<Archive.Kept> entries) {
        var turns = new ArrayList<RecordedTurn>();
        for (Archive.Kept kept : entries) {
            TurnRecord turn = kept.entry().turn();
            if (turn != null) {
                turns.add(new RecordedTurn(turn, kept.entry().at(), List.of(), kept.grounds()));
            }
            boolean isSaid = kept.entry().event() instanceof Message message
                    && message.from().role() == Role.BOT
                    && !turns.isEmpty()
                    && turns.getLast().at().equals(kept.entry().at());
            if (isSaid) {
                turns.add(turns.removeLast().saying(((Message) kept.entry().event()).content()));
            }
        }
        return turns;
    }

    private RecordedTurn saying(Content content) {
        var more = new ArrayList<>(said);
        more.add(content);
        return new RecordedTurn(turn, at, more, grounds);
    }

    String decided(String name) {
        return turn.trace().path("decision").path(name).asText();
    }

    String handoff() {
        JsonNode order = turn.trace().path("decision").path("handoff");
        return (order.path("code").asText() + " " + order.path("rule").asText()).strip();
    }

    List<String> reasons() {
        return StreamSupport.stream(
                        turn.trace().path("decision").path("reasons").spliterator(), false)
                .map(reason -> reason.path("what").asText() + ": "
                        + reason.path("value").asText())
                .toList();
    }
}
