package io.attune.conversation;

import java.util.List;

/** How an append ended. */
public sealed interface Appended {
    /** It stands in the log and survives the process. */
    record Done(Header header, List<Entry> entries) implements Appended {
        public long lastSeq() {
            return header.head();
        }

        public long firstSeq() {
            return entries.getFirst().seq();
        }
    }

    /** The same message under the same id stands there already, as {@code seq}. */
    record Duplicate(String conv, long seq) implements Appended {}

    /** Another message stands under this id; nothing was added. */
    record IdConflict(String conv, long seq) implements Appended {}

    /** The guard did not hold; nothing was added. */
    record Refused(Header header) implements Appended {}

    /** There is no such conversation. */
    record Unknown(String conv) implements Appended {}
}
