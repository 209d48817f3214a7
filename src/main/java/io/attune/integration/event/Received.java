package io.attune.integration.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.problem.Faults;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in.
 *
 * @param at where it stands in the request: empty for a single one, else {@code [3].}
 * @param kind the last two words of its type: {@code outage.started} of {@code net.example.outage.started}
 * @param time when it happened; when it came in, if it does not say
 * @param data empty when there is none
 */
record Received(
        String at, String source, String id, String type, String kind, String subject, Instant time, ObjectNode data) {
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final int LONGEST = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final JsonFormat FORMAT = new JsonFormat();

    /** Empty when something is wrong with it, which is then among the faults. */
    static Optional<Received> read(ObjectMapper json, String at, JsonNode node, Instant now, Faults faults) {
        if (!(node instanceof ObjectNode event)) {
            faults.add(at.isEmpty() ? "body" : at.substring(0, at.length() - 1), "must be an object");
            return Optional.empty();
        }
        int before = faults.found().size();
        for (String name : REQUIRED) {
            String text = event.path(name).isTextual() ? event.path(name).asText() : "";
            faults.need(!text.isBlank() && text.length() <= LONGEST, at + name, "is required, 1 to 200 characters");
        }
        faults.need(
                !event.has("specversion") || event.path("specversion").asText().equals("1.0"),
                at + "specversion",
                "must be 1.0");
        time(event.get("time"), at, now, faults);
        JsonNode data = event.get("data");
        faults.need(data == null || data.isObject(), at + "data", "must be an object");
        faults.need(!event.has("data_base64"), at + "data_base64", "is not read here; send data");
        return faults.found().size() > before ? Optional.empty() : parsed(json, at, event, now, faults);
    }

    private static void time(@Nullable JsonNode time, String at, Instant now, Faults faults) {
        if (time == null || time.isNull()) {
            return;
        }
        try {
            Instant then = OffsetDateTime.parse(time.asText()).toInstant();
            faults.need(then.isBefore(now.plus(CLOCKS_DIFFER)), at + "time", "lies in the future");
        } catch (DateTimeParseException e) {
            faults.add(at + "time", "must be a time such as 2026-01-31T09:30:00Z");
        }
    }

    /** The rest is checked by those who wrote the specification. */
    private static Optional<Received> parsed(
            ObjectMapper json, String at, ObjectNode node, Instant now, Faults faults) {
        try {
            CloudEvent event = FORMAT.deserialize(json.writeValueAsBytes(node));
            OffsetDateTime time = event.getTime();
            String subject = event.getSubject();
            return Optional.of(new Received(
                    at,
                    event.getSource().toString(),
                    event.getId(),
                    event.getType(),
                    kind(event.getType()),
                    subject == null ? "" : subject,
                    time == null ? now : time.toInstant(),
                    node.get("data") instanceof ObjectNode data ? data : json.createObjectNode()));
        } catch (RuntimeException | JsonProcessingException e) {
            faults.add(
                    at.isEmpty() ? "body" : at.substring(0, at.length() - 1),
                    "is not a CloudEvent: source and dataschema are URIs, names of extensions are of a-z0-9, their values texts, numbers, true or false");
            return Optional.empty();
        }
    }

    private static String kind(String type) {
        List<String> words = Arrays.asList(type.split("\\."));
        return words.size() < 2 ? type : words.get(words.size() - 2) + "." + words.getLast();
    }
}
