package io.attune.conversation;

import java.util.List;

/**
 * The other nodes on the same database. What is told here is a hint and no promise: it may be lost, and a node that
 * finds a gap reads the log.
 */
public interface Nodes {
    /** Tells every other node; returns at once, whether or not it can be told now. */
    void tell(Notice notice);

    /** Hears what other nodes tell, from now on. Never this node's own words. */
    void listen(Ear ear);

    /** Called by a thread that must not be held up. */
    interface Ear {
        void heard(List<Notice> notices);

        /** The line was down: anything may have happened since. */
        void missed();
    }

    /** What nodes tell each other: never a word of a customer's. */
    sealed interface Notice {
        /**
         * Entries stand in a log.
         *
         * @param moved whether more than talk happened, or a person has the conversation: what agents' lists show
         */
        record Committed(String conv, long first, long last, boolean moved) implements Notice {
            static Committed of(Appended.Done commit) {
                boolean moved = commit.header().owner() != Owner.BOT
                        || commit.entries().stream().anyMatch(entry -> switch (entry.event()) {
                            case ConversationEvent.Message m -> false;
                            case ConversationEvent.Status s -> false;
                            default -> true;
                        });
                return new Committed(commit.header().id(), commit.firstSeq(), commit.lastSeq(), moved);
            }
        }

        /** Somebody is writing, or has stopped. */
        record Signalled(Signal signal) implements Notice {}
    }
}
