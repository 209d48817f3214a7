package io.attune.customer;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a profile that somebody tells at once. What is not among them stays as it is.
 *
 * @param fields by name as in the API, values as in JSON; null takes one away; {@code circumstances} replaces all of them
 * @param origin of those that have none of their own
 * @param origins by name; {@code circumstances.x} for a single circumstance
 */
public record Given(Map<String, @Nullable Object> fields, Origin origin, Map<String, Origin> origins) {
    static final String CIRCUMSTANCES = "circumstances";
    static final String ORDER = "order.";

    public Given {
        fields = Collections.unmodifiableMap(new HashMap<>(fields));
        origins = Map.copyOf(origins);
    }

    public static Given of(Map<String, @Nullable Object> fields, Origin origin) {
        return new Given(fields, origin, Map.of());
    }

    /**
     * What became of an order. Texts and tables of dialogs see the order that changed last as {@code order.status} and so on.
     *
     * @param order its fields, as in JSON
     */
    public static Given order(String id, Map<String, Object> order, Origin origin) {
        return of(Map.of(ORDER + id, order), origin);
    }

    Origin originOf(String name) {
        return origins.getOrDefault(name, origin);
    }
}
