package io.attune.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a {@code PUT} gives: each replaces the one of its name, {@code null} takes it away, and what is not given
 * stays. Checked as strictly as a whole document.
 *
 * @param <T> a record
 */
public final class FieldsGiven<T> {
    private final ObjectMapper json;
    private final ObjectNode given;
    private final Class<T> type;

    private FieldsGiven(ObjectMapper json, ObjectNode given, Class<T> type) {
        this.json = json;
        this.given = given;
        this.type = type;
    }

    /** @throws JsonProcessingException when a field is unknown or of another type */
    public static <T> FieldsGiven<T> read(ObjectMapper json, @Nullable ObjectNode body, Class<T> type)
            throws JsonProcessingException {
        if (body == null) {
            throw ProblemException.badRequest("body", "must be an object");
        }
        json.treeToValue(body, type);
        return new FieldsGiven<>(json, body, type);
    }

    public boolean has(String field) {
        return given.hasNonNull(field);
    }

    /** The record as it is with these fields put in. */
    public T into(T before) {
        ObjectNode after = json.valueToTree(before);
        given.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                after.remove(field.getKey());
            } else {
                after.set(field.getKey(), field.getValue());
            }
        });
        try {
            return json.treeToValue(after, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was readable before: " + type.getSimpleName(), e);
        }
    }
}
