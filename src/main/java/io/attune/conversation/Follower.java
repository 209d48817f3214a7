package io.attune.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Follows one log and hands its entries on, each once, in order, without a gap: first those that stand there, then each
 * as it is committed. At most one portion is under way at a time and nothing else is kept; a receiver that is slow is
 * served from the log when it is ready again.
 */
public final class Follower implements AutoCloseable, LiveFeed.Listener {
    private static final int PORTION = 200;

    /** Where the entries go. */
    @FunctionalInterface
    public interface Receiver {
        /** Takes entries; the stage completes when it can take more, exceptionally when it never can. */
        CompletionStage<Void> take(List<Entry> entries);
    }

    private final ConversationLog log;
    private final String conv;
    private final Receiver receiver;
    private final AutoCloseable listening;
    private long sent;
    private long restartAfter = -1;
    private boolean busy = true;
    private boolean behind = true;
    private boolean closed;

    private Follower(ConversationLog log, LiveFeed feed, String conv, long after, Receiver receiver) {
        this.log = log;
        this.conv = conv;
        this.sent = after;
        this.receiver = receiver;
        this.listening = feed.listen(conv, this);
    }

    /**
     * Starts to follow.
     *
     * @param after seq of the last entry that the receiver has
     */
    public static Follower follow(ConversationLog log, LiveFeed feed, String conv, long after, Receiver receiver) {
        Follower follower = new Follower(log, feed, conv, after, receiver);
        follower.done();
        return follower;
    }

    /** Starts over after {@code seq}. */
    public synchronized void rewind(long seq) {
        behind = true;
        if (busy) {
            restartAfter = seq;
        } else {
            sent = Math.min(sent, seq);
            busy = true;
            done();
        }
    }

    @Override
    public void committed(Appended.Done commit) {
        synchronized (this) {
            if (closed || commit.lastSeq() <= sent) {
                return;
            }
            if (busy || commit.firstSeq() != sent + 1) {
                behind = true;
                if (busy) {
                    return;
                }
            }
            busy = true;
        }
        if (commit.firstSeq() == sent + 1) {
            hand(commit.entries());
        } else {
            done();
        }
    }

    @Override
    public void missed() {
        synchronized (this) {
            behind = true;
            if (busy || closed) {
                return;
            }
            busy = true;
        }
        done();
    }

    private void hand(List<Entry> entries) {
        receiver.take(entries).whenComplete((ok, fault) -> {
            if (fault != null) {
                close();
            } else {
                synchronized (this) {
                    sent = restartAfter >= 0 ? restartAfter : entries.getLast().seq();
                    restartAfter = -1;
                }
                done();
            }
        });
    }

    /** A portion is through: read on where something was missed, else rest. */
    private void done() {
        synchronized (this) {
            if (closed || !behind) {
                busy = false;
                return;
            }
            behind = false;
        }
        readOn();
    }

    private void readOn() {
        long after;
        synchronized (this) {
            after = sent;
        }
        log.readLater(conv, after, PORTION).whenComplete((entries, fault) -> {
            if (fault != null) {
                close();
            } else if (entries.isEmpty()) {
                done();
            } else {
                synchronized (this) {
                    behind |= entries.size() == PORTION;
                }
                hand(entries);
            }
        });
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
