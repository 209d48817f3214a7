package io.attune.crash;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket by hand, for frames that no honest library would send. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    private static final int FINAL = 0x80;
    private static final int CONTINUATION = 0;
    static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final java.net.Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RawSocket(URI base, String ticket) throws IOException {
        socket = new java.net.Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(("GET /ws/v1/chat?ticket=" + ticket + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nOrigin: "
                        + base
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: care.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        readHead();
    }

    private void readHead() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("not upgraded: " + head);
        }
    }

    void text(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** One final frame, whole, whatever its size; masked as the protocol demands of a client, or not. */
    void frame(int opcode, byte[] payload, boolean masked) throws IOException {
        write(FINAL | opcode, payload, masked);
    }

    /** A message in two frames. */
    void text(byte[] begin, byte[] end) throws IOException {
        write(TEXT, begin, true);
        write(FINAL | CONTINUATION, end, true);
    }

    private void write(int head, byte[] payload, boolean masked) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(head);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        if (masked) {
            frame.write(MASK);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(masked ? payload[i] ^ MASK[i % 4] : payload[i]);
        }
        out.write(frame.toByteArray());
        out.flush();
    }

    /** Reads on until the connection is over: its close code, 1006 when it just ended. */
    int closeCode() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = in.readNBytes(length());
                if (opcode == CLOSE) {
                    return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
                }
            }
        } catch (IOException ended) {
            return 1006;
        }
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
