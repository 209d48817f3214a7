package io.attune.backoffice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Errands by HTTP: {@code POST URL/NAME} with {@code {"customer","values"}} and the errand's key as {@code Idempotency-Key};
 * 200 with {@code {"outcome":"…","values":{…}}}. Anything else is unavailable.
 */
final class HttpBackOffice implements BackOffice {
    private static final Logger LOG = Logger.getLogger(HttpBackOffice.class);

    private final URI url;
    private final Optional<String> token;
    private final Duration timeout;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    HttpBackOffice(URI url, Optional<String> token, Duration timeout) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    private record Body(String customer, Map<String, String> values) {}

    @Override
    public Reply send(String customer, Errand errand) {
        try {
            HttpResponse<String> answer = http.send(request(customer, errand), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return reply(json.readTree(answer.body()));
            }
            LOG.warnf("the back office answered %d to '%s'", answer.statusCode(), errand.name());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf(
                    "the back office did not answer '%s': %s",
                    errand.name(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.UNAVAILABLE;
    }

    private HttpRequest request(String customer, Errand errand) throws JsonProcessingException {
        String base = url.toString();
        var request = HttpRequest.newBuilder(URI.create((base.endsWith("/") ? base : base + "/") + errand.name()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", errand.key())
                .POST(BodyPublishers.ofString(json.writeValueAsString(new Body(customer, errand.values()))));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Reply reply(JsonNode body) {
        if (!body.path("outcome").isTextual()) {
            throw new IllegalArgumentException("no outcome");
        }
        var values = new HashMap<String, String>();
        body.path("values").properties().forEach(value -> {
            if (value.getValue().isValueNode() && !value.getValue().isNull()) {
                values.put(value.getKey(), value.getValue().asText());
            }
        });
        return new Reply(body.path("outcome").asText(), values);
    }
}
