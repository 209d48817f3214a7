package io.attune.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Scanner;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A conversation as it goes on. Comes again by itself when the connection is lost, after a second and then ever longer waits. */
public final class EventStream implements AutoCloseable {
    private static final long LONGEST_WAIT_MS = 30_000;

    private final HttpClient http;
    private final Supplier<HttpRequest.Builder> request;
    private final Consumer<CareEvent> listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile InputStream body = InputStream.nullInputStream();
    private volatile long seen;
    private long waitMs = 1_000;

    EventStream(HttpClient http, Supplier<HttpRequest.Builder> request, long after, Consumer<CareEvent> listener) {
        this.http = http;
        this.request = request;
        this.seen = after;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("attune-stream").start(this::run);
    }

    /** The seq of the last event that the listener got. */
    public long seen() {
        return seen;
    }

    private void run() {
        while (!closed) {
            try {
                if (!connect()) {
                    return;
                }
            } catch (IOException e) {
                // the connection is gone: told by waiting and coming again
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    /** False when there is no use in coming again: this conversation is not ours. */
    private boolean connect() throws IOException, InterruptedException {
        HttpRequest asked = request.get()
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", String.valueOf(seen))
                .build();
        HttpResponse<InputStream> response = http.send(asked, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            return response.statusCode() >= 500 || response.statusCode() == 429 || response.statusCode() == 401;
        }
        body = response.body();
        try (var lines = new Scanner(body)) {
            while (!closed && lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("data:")) {
                    hear(CareEvent.read(Json.object(line.substring(5).strip())));
                }
            }
        }
        return true;
    }

    private void hear(CareEvent event) {
        waitMs = 1_000;
        if (event.seq() > seen) {
            seen = event.seq();
            listener.accept(event);
        }
    }

    private void pause() {
        try {
            Thread.sleep(closed ? 0 : waitMs);
        } catch (InterruptedException e) {
            closed = true;
        }
        waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    }

    @Override
    public void close() {
        closed = true;
        try {
            body.close();
        } catch (IOException e) {
            // it was closed already
        }
        thread.interrupt();
    }
}
