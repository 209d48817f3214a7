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
    }

    private final Map<String, CopyOnWriteArrayList<Listener>> byConversation = new ConcurrentHashMap<>();
    private final Map<String, CopyOnWriteArrayList<Consumer<Signal>>> signals = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Listener> ofAll = new CopyOnWriteArrayList<>();

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

    public void signal(Signal signal) {
        List<Consumer<Signal>> listeners = signals.get(signal.conv());
        if (listeners != null) {
            listeners.forEach(listener -> listener.accept(signal));
        }
    }

    /** Listens to every conversation, for ever. */
    public void listenToAll(Listener listener) {
        ofAll.add(listener);
    }

    public void publish(Appended.Done commit) {
        for (Listener listener : ofAll) {
            tell(listener, commit);
        }
        for (Listener listener : byConversation.getOrDefault(commit.header().id(), new CopyOnWriteArrayList<>())) {
            tell(listener, commit);
        }
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
