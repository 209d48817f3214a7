package io.attune.turn;

import io.attune.conversation.store.Archive;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import java.io.IOException;
import java.nio.file.Path;

/** Many walks as one figure, to be compared with that of another process. */
final class WalkDigest {
    private WalkDigest() {}

    /** What the bot decided and remembered: the same in every process. */
    static int of(int walks, int turns, DialogBook book) {
        int digest = 0;
        for (int seed = 0; seed < walks; seed++) {
            for (Archive.Kept kept : Walk.record(seed, book, turns)) {
                digest = 31 * digest + kept.entry().toString().hashCode();
            }
        }
        return digest;
    }

    /** For a process of its own: prints the figure of so many walks with so many turns. */
    public static void main(String[] arguments) throws IOException {
        DialogBook book = BookReader.read(Path.of("dialogs")).dialogs();
        System.out.println(of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), book));
    }
}
