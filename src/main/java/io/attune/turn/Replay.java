package io.attune.turn;

import io.attune.conversation.store.Archive;
import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.memory.Memory;
import io.attune.dialog.DialogBook;
import java.util.List;
import java.util.Optional;

/**
 * Makes the decisions of stored conversations again, by other dialogs: each from what its turn knew, and from the memory that
 * the decision before it leaves now. Once a decision differs the customer would have gone on otherwise, so there it ends.
 * Nothing is understood anew and nothing has an effect.
 */
public final class Replay {
    private final Decider decider;
    private final DialogBook book;
    private final TurnJson json = new TurnJson();

    public Replay(Decider decider, DialogBook book) {
        this.decider = decider;
        this.book = book;
    }

    /** @param entries the whole log of the conversation */
    public Replayed conversation(String conv, List<Archive.Kept> entries) {
        Memory memory = Memory.EMPTY;
        int number = 0;
        int unkept = 0;
        for (RecordedTurn turn : RecordedTurn.of(entries)) {
            number++;
            Memory remembered = json.memory(turn.turn().memory());
            Optional<Grounds> grounds = grounds(turn);
            if (grounds.isEmpty()) {
                unkept++;
                memory = remembered;
            } else {
                Decision now = grounds.get().after(memory).decide(decider);
                var first = new Comparison(turn, remembered, now).first(number);
                if (first.isPresent()) {
                    return new Replayed(conv, number - unkept, unkept, first.get());
                }
                memory = now.memory();
            }
        }
        return new Replayed(conv, number - unkept, unkept, null);
    }

    private Optional<Grounds> grounds(RecordedTurn turn) {
        return turn.grounds() == null ? Optional.empty() : GroundsJson.read(turn.grounds(), book, Memory.EMPTY);
    }
}
