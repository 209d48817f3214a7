package io.attune.dialog;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of a table in a dialog file: what a value must be like for the line to apply. */
public sealed interface Condition {
    /**
     * @param value the value looked at; null when it is unknown, and then only {@link Unknown} and {@link Always} hold
     * @param others looks up other values by name, for {@code below 60% of line.planMbps}; null when unknown
     */
    boolean holds(@Nullable String value, Function<String, @Nullable String> others);

    /** As it is written in a file; empty for {@link Always}. */
    default String written() {
        return switch (this) {
            case Is(String expected) -> expected;
            case Compared one ->
                (one.below() ? "below " : "from ")
                        + BigDecimal.valueOf(one.limit()).stripTrailingZeros().toPlainString()
                        + (one.percentOf() == null ? "" : "% of " + one.percentOf());
            case Known() -> "known";
            case Unknown() -> "unknown";
            case Other() -> "other";
            case Always() -> "";
        };
    }

    record Is(String expected) implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            return value != null && value.equalsIgnoreCase(expected);
        }
    }

    /** Below {@code limit}, or from it on; of another value in percent when {@code percentOf} names one. */
    record Compared(boolean below, double limit, @Nullable String percentOf) implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            Double number = number(value);
            Double bound = percentOf == null ? Double.valueOf(limit) : share(number(others.apply(percentOf)));
            return number != null && bound != null && number < bound == below;
        }

        private @Nullable Double share(@Nullable Double whole) {
            return whole == null ? null : whole * limit / 100;
        }

        private static @Nullable Double number(@Nullable String text) {
            try {
                return text == null ? null : Double.valueOf(text.strip().replace(',', '.'));
            } catch (NumberFormatException noNumber) {
                return null;
            }
        }
    }

    record Known() implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            return value != null;
        }
    }

    record Unknown() implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            return value == null;
        }
    }

    /** Any value, as long as there is one. */
    record Other() implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            return value != null;
        }
    }

    /** Whatever there is or is not. */
    record Always() implements Condition {
        @Override
        public boolean holds(@Nullable String value, Function<String, @Nullable String> others) {
            return true;
        }
    }
}
