package io.attune.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A port for a server that stands in for somebody else's. The settings of a test name it before the test has begun to run, in
 * another class loader; a system property carries it over.
 */
public final class FreePort {
    private FreePort() {}

    /** The port of this name, the same whoever asks. */
    public static synchronized int of(String name) {
        String key = "attune.test.port." + name;
        if (System.getProperty(key) == null) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.setProperty(key, Integer.toString(socket.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Integer.getInteger(key);
    }
}
