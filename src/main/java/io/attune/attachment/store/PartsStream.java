package io.attune.attachment.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that lie in numbered parts, fetched one part at a time. Not for several threads. */
final class PartsStream extends InputStream {
    private final IntFunction<Optional<byte[]>> parts;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int next;
    private boolean over;

    PartsStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return more() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        return more() ? current.read(into, from, most) : -1;
    }

    private boolean more() {
        if (current.available() == 0 && !over) {
            Optional<byte[]> part = parts.apply(next++);
            over = part.isEmpty();
            current = new ByteArrayInputStream(part.orElse(new byte[0]));
        }
        return current.available() > 0;
    }
}
