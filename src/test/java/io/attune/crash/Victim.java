package io.attune.crash;

/** A server that can be killed and started again on the same data and address. */
interface Victim extends AutoCloseable {
    Server server();

    /** Dies at once, as by {@code kill -9}; returns when it is dead. */
    void kill();

    /** Comes back; returns when it is ready. */
    void start();

    @Override
    void close();
}
