package io.attune.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body, in words of its own: the parser's repeat the value and name Java classes. */
public final class JsonFaults {
    private final ObjectMapper json;

    /** @param json the one the body was read with: it knows how values are written */
    public JsonFaults(ObjectMapper json) {
        this.json = json;
    }

    public Problem problem(JsonProcessingException e) {
        return Problem.badRequest(List.of(fault(e)));
    }

    public Fault fault(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException u ->
                new Fault(path(u), "unknown field; known here: " + known(u.getKnownPropertyIds()));
            case InvalidTypeIdException i -> new Fault(path(i), "its kind is missing or not one that is known here");
            case ValueInstantiationException v ->
                new Fault(path(v), wanted(v.getType().getRawClass()));
            case MismatchedInputException m -> new Fault(path(m), wanted(m.getTargetType()));
            case JsonMappingException m
            when !(m.getCause() instanceof JsonProcessingException) -> new Fault(path(m), "not readable");
            default -> new Fault(place(e.getLocation()), "not well-formed JSON");
        };
    }

    private static String known(@Nullable Collection<Object> fields) {
        return fields == null
                ? "none"
                : fields.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "not readable";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(value -> json.valueToTree(value).asText())
                            .collect(Collectors.joining(", "));
        }
        return "must be " + kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        boolean object = Map.class.isAssignableFrom(type) || type.isRecord() || type == ObjectNode.class;
        return object ? "an object" : "of another form";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(clipped(step.getFieldName()));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** A field's name comes from outside too. */
    private static String clipped(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64) + "…";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "body" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
