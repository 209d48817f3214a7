package io.attune.channel.chatwoot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Chatwoot's API, as far as a bot needs it. */
@Singleton
class ChatwootApi implements AutoCloseable {
    private final Optional<String> url;
    private final String token;
    private final Duration timeout;
    private final HttpClient http;

    ChatwootApi(ChatwootConfig config) {
        this.url = config.url().map(given -> given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
        this.token = config.token().orElse("");
        this.timeout = config.timeout();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** How a request ended. */
    sealed interface Answer {
        /** @param id of what was made, perhaps empty */
        record Done(String id) implements Answer {}

        /** @param after what it asks us to wait */
        record Refused(int status, Optional<Duration> after) implements Answer {}

        /** No answer. @param sent whether it may have arrived */
        record Lost(boolean sent) implements Answer {}
    }

    /** @param route account and conversation */
    Answer say(String route, ObjectNode message) {
        return post(route, "messages", message);
    }

    /** Gives a conversation to the people there. Saying so again changes nothing. */
    Answer open(String route) {
        return post(route, "toggle_status", Wire.JSON.createObjectNode().put("status", "open"));
    }

    private Answer post(String route, String what, ObjectNode body) {
        String[] numbers = route.split(":", 2);
        URI address = URI.create(
                url.orElseThrow() + "/api/v1/accounts/" + numbers[0] + "/conversations/" + numbers[1] + "/" + what);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("api_access_token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.Lost(false);
        } catch (IOException e) {
            return new Answer.Lost(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost(true);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return new Answer.Done(id(response.body()));
        }
        Optional<Duration> after = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer.Refused(response.statusCode(), after);
    }

    private static String id(String body) {
        try {
            return Wire.JSON.readTree(body).path("id").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
