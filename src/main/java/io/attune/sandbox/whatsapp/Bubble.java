package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the phone shows it.
 *
 * @param mine the customer's own
 * @param kind text, button, list, template, image, audio, document, location, reaction, unsupported
 * @param open the label of the list, where there is one
 * @param answers to tap
 * @param status sent, delivered, read or failed; of the customer's own, whether we have read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bubble(
        String id,
        boolean mine,
        String kind,
        String text,
        @Nullable String open,
        List<Answer> answers,
        String status,
        @Nullable Integer error,
        Instant at) {
    Bubble {
        answers = List.copyOf(answers);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String id, String title, @Nullable String description) {}

    Bubble with(String status, @Nullable Integer error) {
        return new Bubble(id, mine, kind, text, open, answers, status, error, at);
    }
}
