package io.attune.sandbox.whatsapp;

import java.net.URI;

/**
 * What the sandbox pretends to be. As in the server's demo mode, so that the two find each other without a word.
 *
 * @param port it listens on, this machine alone; 0 for any
 * @param webhook where it delivers to
 */
public record Settings(int port, URI webhook, String number, String token, String secret) {
    public static final int PORT = 8290;
    public static final URI WEBHOOK = URI.create("http://127.0.0.1:8080/webhooks/whatsapp");

    public static Settings standard(int port, URI webhook) {
        return new Settings(
                port, webhook, "100200300400500", "sandbox-token", "attune sandbox app secret, known to everybody");
    }
}
