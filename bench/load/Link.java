package load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A WebSocket connection with as little work as possible, so that the machine is left to the server. */
abstract class Link {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    /** Shared by all links of the one thread that reads them. */
    private static final ByteBuffer ARRIVED = ByteBuffer.allocateDirect(256 * 1024);

    private final SocketChannel channel;
    private byte[] rest = new byte[0];
    boolean closed;

    /** Connects and shakes hands, waiting for both. */
    Link(int port, String path, String protocol) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n";
        write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        readHead();
    }

    private void readHead() throws IOException {
        var head = new StringBuilder();
        var one = ByteBuffer.allocate(1);
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            if (channel.read(one.clear()) < 0) {
                throw new EOFException("handshake: " + head);
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            channel.close();
            throw new IOException("not upgraded: " + head.toString().lines().findFirst().orElse(""));
        }
    }

    SocketChannel channel() {
        return channel;
    }

    abstract void onText(String text) throws IOException;

    /** Masked with zeros: the bytes on the wire are the text's own. */
    void send(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private void frame(int opcode, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        write(frame.flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Takes what has arrived and hands on the whole frames. */
    void read() throws IOException {
        int count = channel.read(ARRIVED.clear());
        if (count < 0) {
            close();
            return;
        }
        byte[] bytes = new byte[rest.length + count];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        ARRIVED.flip().get(bytes, rest.length, count);
        int at = 0;
        for (int next = end(bytes, at); next > 0; next = end(bytes, at)) {
            int payload = at + 2 + lengthBytes(bytes, at);
            frame(bytes[at] & 0x0f, bytes, payload, next - payload);
            at = next;
        }
        rest = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private void frame(int opcode, byte[] bytes, int from, int length) throws IOException {
        switch (opcode) {
            case TEXT -> onText(new String(bytes, from, length, StandardCharsets.UTF_8));
            case PING -> frame(PONG, java.util.Arrays.copyOfRange(bytes, from, from + length));
            case CLOSE -> close();
            default -> {}
        }
    }

    private static int lengthBytes(byte[] bytes, int at) {
        return switch (bytes[at + 1] & 0x7f) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    /** Where the frame at this place ends; 0 while it is not complete. */
    private static int end(byte[] bytes, int at) {
        if (bytes.length < at + 2 || bytes.length < at + 2 + lengthBytes(bytes, at)) {
            return 0;
        }
        long length = bytes[at + 1] & 0x7f;
        if (length > 125) {
            int more = lengthBytes(bytes, at);
            length = 0;
            for (int i = 0; i < more; i++) {
                length = length << 8 | bytes[at + 2 + i] & 0xff;
            }
        }
        long end = at + 2 + lengthBytes(bytes, at) + length;
        return end <= bytes.length ? (int) end : 0;
    }

    void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException gone) {
            // it is over either way
        }
    }
}
