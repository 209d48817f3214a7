package io.attune.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.store.Archive;
import io.attune.decision.Decider;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions are made again: the same by the same dialogs, and others by others. */
class ReplayTest {
    private static final int WALKS = 1_000;
    private static final int TURNS = 10;
    private static final DialogBook BOOK = read(Path.of("dialogs"));

    private static DialogBook read(Path folder) {
        try {
            return BookReader.read(folder).dialogs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void by_unchanged_dialogs_no_decision_ever_differs() {
        var replay = new Replay(new Decider(), read(Path.of("dialogs")));
        int turns = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            List<Archive.Kept> conversation = Walk.record(seed, BOOK, TURNS);
            Replayed replayed = replay.conversation("walk-" + seed, conversation);
            assertThat(replayed.first()).as("walk " + seed).isNull();
            assertThat(replayed.unkept()).isZero();
            turns += replayed.turns();
        }
        assertThat(turns).isEqualTo(WALKS * (TURNS + 1));
    }
}
