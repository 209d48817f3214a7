package io.attune.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.whatsapp.Lines.Line;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to the provider. Says what came back, and nothing of it in a log. */
@Singleton
public class GraphApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lines lines;
    private final Duration timeout;
    private final HttpClient http;

    public GraphApi(Lines lines, WhatsAppConfig config) {
        this.lines = lines;
        this.timeout = config.timeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What came back of a request. */
    sealed interface Answer {
        record Fine(JsonNode body) implements Answer {}

        /** @param code the provider's; -1 where it gave none */
        record Fault(int status, int code) implements Answer {}

        /** Nothing came back. @param sent whether the request may have arrived */
        record Lost(boolean sent) implements Answer {}
    }

    Answer post(Line line, ObjectNode message) {
        return send(request(line, lines.api().resolve(line.number() + "/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                .build());
    }

    /** What is known of a file: {@code url}, {@code mime_type}, {@code file_size}. @param id fit for an address */
    Answer media(Line line, String id) {
        return send(request(line, lines.api().resolve(id)).build());
    }

    /** The bytes of a file. The caller closes the stream. */
    HttpResponse<InputStream> download(Line line, URI address) throws IOException, InterruptedException {
        return http.send(request(line, address).build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(Line line, URI address) {
        return HttpRequest.newBuilder(address).timeout(timeout).header("Authorization", "Bearer " + line.token());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = parsed(response.body());
            return response.statusCode() / 100 == 2
                    ? new Answer.Fine(body)
                    : new Answer.Fault(
                            response.statusCode(),
                            body.path("error").path("code").asInt(-1));
        } catch (ConnectException e) {
            return new Answer.Lost(false);
        } catch (IOException e) {
            return new Answer.Lost(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost(true);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
