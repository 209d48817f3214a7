package io.attune.diagnostics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.diagnostics.Diagnosis.Reading;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The provider's line tests by HTTP: {@code GET URL/CUSTOMER}, 200 with {@code {"readings":{"line.sync":"ok",
 * "line.downstreamMbps":38}}}, any names that dialogs use. 404: the customer has no line. Anything else is a failure, and
 * leaves the line unknown.
 */
final class HttpDiagnostics implements Diagnostics {
    private static final Logger LOG = Logger.getLogger(HttpDiagnostics.class);

    /** More than any line has; a runaway answer is not kept in memory. */
    private static final int MOST_READINGS = 200;

    private static final int LONGEST_VALUE = 200;

    private final URI url;
    private final Optional<String> token;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    HttpDiagnostics(URI url, Optional<String> token, Duration timeout, Clock clock) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public CompletionStage<Diagnosis> examine(String customer) {
        return http.sendAsync(request(customer), BodyHandlers.ofString())
                .thenApply(this::read)
                .whenComplete((diagnosis, failure) -> {
                    if (failure != null) {
                        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure;
                        LOG.warnf(
                                "the line tests did not answer: %s",
                                cause instanceof Unusable
                                        ? cause.getMessage()
                                        : cause.getClass().getSimpleName());
                    }
                });
    }

    private HttpRequest request(String customer) {
        String base = url.toString();
        var request = HttpRequest.newBuilder(URI.create(
                        (base.endsWith("/") ? base : base + "/") + URLEncoder.encode(customer, StandardCharsets.UTF_8)))
                .timeout(timeout)
                .header("Accept", "application/json");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private Diagnosis read(HttpResponse<String> answer) {
        if (answer.statusCode() == 404) {
            return Diagnosis.UNKNOWN;
        }
        if (answer.statusCode() != 200) {
            throw new Unusable("status " + answer.statusCode());
        }
        JsonNode readings = readings(answer.body());
        Instant now = clock.instant();
        var facts = new HashMap<String, Reading>();
        readings.properties().forEach(reading -> {
            String value = reading.getValue().isNull() ? "" : reading.getValue().asText();
            if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
                facts.put(reading.getKey(), new Reading(value, now));
            }
        });
        return new Diagnosis(facts);
    }

    private JsonNode readings(String body) {
        try {
            JsonNode readings = json.readTree(body).path("readings");
            if (readings.isObject() && readings.size() <= MOST_READINGS) {
                return readings;
            }
        } catch (JsonProcessingException e) {
            throw new Unusable("not JSON", e);
        }
        throw new Unusable("no 'readings', or more than " + MOST_READINGS);
    }

    /** An answer that says nothing of the line; the message holds nothing of the answer. */
    private static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
