package io.attune.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it is kept: each value with its origin and purpose. Turns get a {@link Profile} of it, which holds what the
 * customer's consents leave ({@link #under}); the whole is for customers themselves and for the provider's own systems.
 *
 * <p>Putting one over another keeps, value by value, the one that holds. That is associative, and no order of arrival
 * changes the result but for values of one time; so persons can be seen as one and told apart again at any time.
 *
 * @param values by name; circumstances as {@code circumstances.name}, and {@code circumstances} for when all of them were
 *     last replaced; orders as {@code order.id}
 */
public record Dossier(Map<String, ProfileValue> values) {
    public static final Dossier EMPTY = new Dossier(Map.of());
    private static final String CIRCUMSTANCE = Given.CIRCUMSTANCES + ".";

    public Dossier {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Both; where both have a value, the one that holds, this one's when they are of one time. */
    public Dossier over(Dossier other) {
        if (other.values.isEmpty() || values.isEmpty()) {
            return values.isEmpty() ? other : this;
        }
        var both = new HashMap<>(other.values);
        values.forEach(
                (name, mine) -> both.merge(name, mine, (theirs, same) -> mine.holdsAgainst(theirs) ? mine : theirs));
        return new Dossier(both);
    }

    /** This after {@code given}. */
    public Dossier after(Given given) {
        var values = new HashMap<String, ProfileValue>();
        given.fields().forEach((name, value) -> {
            if (name.equals(Given.CIRCUMSTANCES)) {
                circumstances(given, value, values);
            } else {
                values.put(name, ProfileValue.of(name, value, given.originOf(name)));
            }
        });
        return new Dossier(values).over(without(values.get(Given.CIRCUMSTANCES)));
    }

    private static void circumstances(Given given, @Nullable Object value, Map<String, ProfileValue> values) {
        Instant from = given.originOf(Given.CIRCUMSTANCES).at();
        if (value instanceof Map<?, ?> now) {
            for (var one : now.entrySet()) {
                String name = CIRCUMSTANCE + one.getKey();
                Origin origin = given.originOf(name);
                values.put(name, ProfileValue.of(name, one.getValue(), origin));
                from = origin.at().isBefore(from) ? origin.at() : from;
            }
        }
        Origin all = given.originOf(Given.CIRCUMSTANCES);
        values.put(
                Given.CIRCUMSTANCES,
                ProfileValue.of(Given.CIRCUMSTANCES, null, new Origin(all.source(), from, all.confidence(), null)));
    }

    /** Of one id, circumstances of the same time go too when all are replaced. */
    private Dossier without(@Nullable ProfileValue replaced) {
        if (replaced == null) {
            return this;
        }
        var left = new HashMap<>(values);
        left.entrySet()
                .removeIf(one -> one.getKey().startsWith(CIRCUMSTANCE)
                        && !one.getValue().source().equals(Origin.CUSTOMER)
                        && !one.getValue().at().isAfter(replaced.at()));
        return new Dossier(left);
    }

    /** A circumstance counts unless all of them were replaced later. */
    private boolean isReplaced(String name, ProfileValue value) {
        ProfileValue replaced = values.get(Given.CIRCUMSTANCES);
        return replaced != null
                && name.startsWith(CIRCUMSTANCE)
                && !value.source().equals(Origin.CUSTOMER)
                && value.at().isBefore(replaced.at());
    }

    /** What may be used under these consents. */
    public Profile under(Consents consents) {
        return values.isEmpty() ? Profile.EMPTY : allowed(consents).profile();
    }

    /** The values that may be used under these consents, with their origins. */
    public Dossier allowed(Consents consents) {
        var left = new HashMap<>(values);
        left.entrySet().removeIf(one -> !isAllowed(one.getKey(), one.getValue(), consents));
        return new Dossier(left);
    }

    private static boolean isAllowed(String name, ProfileValue value, Consents consents) {
        return name.equals(Given.CIRCUMSTANCES)
                || Field.named(name).map(Field::isOwed).orElse(false)
                || (consents.granted(Purpose.SERVICE) && consents.granted(value.purpose()));
    }

    /** Everything, whatever was consented to. */
    public Profile whole() {
        return profile();
    }

    private Profile profile() {
        if (values.isEmpty()) {
            return Profile.EMPTY;
        }
        var open = new HashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value.value() != null && !isReplaced(name, value)) {
                open.put(name, value.value());
            }
        });
        return new Profile(
                text(open, Field.NAME),
                text(open, Field.NICKNAME),
                text(open, Field.LOCALE),
                text(open, Field.TZ),
                open.get(Field.BIRTHDAY.title()) instanceof String date ? LocalDate.parse(date) : null,
                text(open, Field.PLAN),
                open.get(Field.TENURE.title()) instanceof Number months ? months.intValue() : null,
                open.get(Field.CLV.title()) instanceof String level ? Level.read(level) : null,
                open.get(Field.CHURN.title()) instanceof Number chance ? chance.doubleValue() : null,
                circumstances(open),
                text(open, Field.HOUSEHOLD),
                open.get(Field.VULNERABLE.title()) instanceof Boolean is ? is : null,
                text(open, Field.ACCESSIBILITY));
    }

    private static @Nullable String text(Map<String, Object> open, Field field) {
        return open.get(field.title()) instanceof String text ? text : null;
    }

    private @Nullable Map<String, Object> circumstances(Map<String, Object> open) {
        var found = new TreeMap<String, Object>();
        open.forEach((name, value) -> {
            if (name.startsWith(CIRCUMSTANCE)) {
                found.put(name.substring(CIRCUMSTANCE.length()), value);
            }
        });
        open.keySet().stream()
                .filter(name -> name.startsWith(Given.ORDER))
                .max(Comparator.comparing(this::time).thenComparing(name -> name))
                .ifPresent(latest -> found.put("order", Objects.requireNonNull(open.get(latest))));
        return found.isEmpty() ? null : found;
    }

    private Instant time(String name) {
        ProfileValue value = values.get(name);
        return value == null ? Instant.MIN : value.at();
    }
}
