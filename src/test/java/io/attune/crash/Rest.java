package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain HTTP calls to one server. */
final class Rest {

    /** @param text the body as it came, for those who look for what must not be in it */
    record Answer(int status, String text, HttpResponse<String> response) {
        JsonNode json() {
            return Frames.read(text);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(response.request().method() + " " + response.uri() + " answered " + status
                        + " instead of " + wanted + ": " + text);
            }
            return this;
        }
    }

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> headers;

    Rest(HttpClient http, URI base) {
        this(http, base, Map.of());
    }

    private Rest(HttpClient http, URI base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** The same server, with one more header on every call. */
    Rest with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Rest(http, base, more);
    }

    Rest asVisitor(String visitor) {
        return with("Authorization", "Visitor " + visitor);
    }

    Rest asBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) throws IOException {
        return call("GET", path, null);
    }

    Answer post(String path, Object body) throws IOException {
        return call("POST", path, body.toString());
    }

    Answer put(String path, Object body) throws IOException {
        return call("PUT", path, body.toString());
    }

    private Answer call(String method, String path, @Nullable String body) throws IOException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }
}
