package load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The one thread that reads all links. */
final class Loop implements AutoCloseable {
    private final Selector selector = Selector.open();

    Loop() throws IOException {}

    /** Opens links a few at a time, since each waits for its handshake. */
    static <T extends Link> List<T> open(int count, java.util.function.IntFunction<Callable<T>> how) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var opened = new ArrayList<T>();
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < count; i++) {
                calls.add(how.apply(i));
            }
            for (var link : threads.invokeAll(calls)) {
                opened.add(link.get());
            }
            return opened;
        }
    }

    void adopt(Link link) throws IOException {
        link.channel().configureBlocking(false);
        link.channel().register(selector, SelectionKey.OP_READ, link);
    }

    /** Reads what has come; waits until something does, at most until the given {@link System#nanoTime()}. */
    void turn(long until) throws IOException {
        long wait = until - System.nanoTime();
        if (wait > 1_000_000) {
            selector.select(wait / 1_000_000);
        } else {
            selector.selectNow();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid()) {
                ((Link) key.attachment()).read();
            }
        }
        selector.selectedKeys().clear();
    }

    void turnFor(long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            turn(end);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((Link) key.attachment()).close();
        }
        selector.close();
    }
}
