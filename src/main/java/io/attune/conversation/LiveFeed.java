package io.attune.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells who listens what has been committed, in the order of the log. A hint and no promise: a listener that finds a gap
 * reads the log.
 */
@ApplicationScoped
public class LiveFeed {
    private static final Logger LOG = Logger.getLogger(LiveFeed.class);

    /** Called by the thread that committed; must return at once. */
    @FunctionalInterface
    public interface Listener {
        void committed(Appended.Done commit);

        /** Commits of other nodes may have been missed. */
        default void missed() {}
    }

    private final Map<String, CopyOnWriteArrayList<Listener>> byConversation = new ConcurrentHashMap<>();
    private final Map<String, CopyOnWriteArrayList<Consumer<Signal>>> signals = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Listener> ofAll = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Listener> ofAllNodes = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<Signal>> ofOwnSignals = new CopyOnWriteArrayList<>();

    /** Listens to one conversation until the handle is closed. */
    public AutoCloseable listen(String conv, Listener listener) {
        return add(byConversation, conv, listener);
    }

    /** Listens to who is writing in a conversation until the handle is closed. */
    public AutoCloseable listenToSignals(String conv, Consumer<Signal> listener) {
        return add(signals, conv, listener);
    }

    private static <T> AutoCloseable add(Map<String, CopyOnWriteArrayList<T>> listeners, String conv, T listener) {
        listeners.compute(conv, (id, all) -> {
            var list = all == null ? new CopyOnWriteArrayList<T>() : all;
            list.add(listener);
            return list;
        });
        return () -> listeners.computeIfPresent(conv, (id, list) -> {
            list.remove(listener);
            return list.isEmpty() ? null : list;
        });
    }

    /** Says on this node and, where there are others, on all of them. */
    public void signal(Signal signal) {
        signalledElsewhere(signal);
        ofOwnSignals.forEach(listener -> listener.accept(signal));
    }

    void signalledElsewhere(Signal signal) {
        List<Consumer<Signal>> listeners = signals.get(signal.conv());
        if (listeners != null) {
            listeners.forEach(listener -> listener.accept(signal));
        }
    }

    /** Listens to what this node commits, in every conversation, for ever. */
    public void listenToAll(Listener listener) {
        ofAll.add(listener);
    }

    /** The same, and what other nodes commit wherever it is more than talk between a customer and the bot. */
    public void listenToAllNodes(Listener listener) {
        ofAllNodes.add(listener);
    }

    void listenToOwnSignals(Consumer<Signal> listener) {
        ofOwnSignals.add(listener);
    }

    boolean isListenedTo(String conv) {
        return byConversation.containsKey(conv);
    }

    /** This node has committed. A conversation that was opened without a word is no news yet. */
    public void publish(Appended.Done commit) {
        if (commit.entries().isEmpty()) {
            return;
        }
        for (Listener listener : ofAll) {
            tell(listener, commit);
        }
        committedElsewhere(commit);
    }

    /** Another node has committed. */
    void committedElsewhere(Appended.Done commit) {
        for (Listener listener : ofAllNodes) {
            tell(listener, commit);
        }
        for (Listener listener : byConversation.getOrDefault(commit.header().id(), new CopyOnWriteArrayList<>())) {
            tell(listener, commit);
        }
    }

    /** The line to the other nodes was down. */
    void missed() {
        byConversation.values().forEach(listeners -> listeners.forEach(Listener::missed));
        ofAllNodes.forEach(Listener::missed);
    }

    private static void tell(Listener listener, Appended.Done commit) {
        try {
            listener.committed(commit);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "a listener failed on conversation %s", commit.header().id());
        }
    }
}
