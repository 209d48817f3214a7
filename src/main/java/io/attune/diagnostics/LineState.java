package io.attune.diagnostics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated line and its router. What is missing is not known, and no test will tell it.
 *
 * @param downstreamMbps what the line carries now
 * @param planMbps what is paid for
 * @param drops24h how often the line was lost in the last day
 * @param wifiBand {@code 2.4} or {@code 5}, in GHz
 * @param outage in the area; missing means that there is none
 * @param delayMs how long the tests take
 * @param fail whether the tests fail, so that nothing is learnt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineState(
        @Nullable Sync sync,
        @Nullable Double downstreamMbps,
        @Nullable Double planMbps,
        @Nullable Errors errors,
        @Nullable Integer drops24h,
        @Nullable Signal wifiSignal,
        @Nullable String wifiBand,
        @Nullable Boolean routerReachable,
        @Nullable Integer routerUptimeDays,
        @Nullable Firmware firmware,
        @Nullable Outage outage,
        @Nullable Long delayMs,
        @Nullable Boolean fail) {
    public static final LineState UNKNOWN =
            new LineState(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * @param id names it
     * @param eta when it should be over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outage(String id, @Nullable Instant eta) {}

    public enum Sync {
        OK,
        DOWN;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Sync read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Errors {
        LOW,
        HIGH;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Errors read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Signal {
        GOOD,
        WEAK;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Signal read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Firmware {
        CURRENT,
        OLD;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Firmware read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What the tests say of this line. */
    Diagnosis examined(Instant at) {
        if (Boolean.TRUE.equals(fail)) {
            return Diagnosis.UNKNOWN;
        }
        var facts = new HashMap<String, Diagnosis.Reading>();
        put(facts, "line.sync", sync == null ? null : sync.code(), at);
        put(facts, "line.downstreamMbps", plain(downstreamMbps), at);
        put(facts, "line.planMbps", plain(planMbps), at);
        put(facts, "line.errors", errors == null ? null : errors.code(), at);
        put(facts, "line.drops24h", drops24h == null ? null : drops24h.toString(), at);
        put(facts, "wifi.signal", wifiSignal == null ? null : wifiSignal.code(), at);
        put(facts, "wifi.band", wifiBand, at);
        put(facts, "router.reachable", routerReachable == null ? null : routerReachable ? "yes" : "no", at);
        put(facts, "router.uptimeDays", routerUptimeDays == null ? null : routerUptimeDays.toString(), at);
        put(facts, "router.firmware", firmware == null ? null : firmware.code(), at);
        put(facts, "outage.area", outage == null ? "none" : outage.id(), at);
        put(
                facts,
                "outage.eta",
                outage == null || outage.eta() == null ? null : outage.eta().toString(),
                at);
        return new Diagnosis(facts);
    }

    private static void put(Map<String, Diagnosis.Reading> facts, String fact, @Nullable String value, Instant at) {
        if (value != null) {
            facts.put(fact, new Diagnosis.Reading(value, at));
        }
    }

    /** {@code 38}, not {@code 38.0}. */
    private static @Nullable String plain(@Nullable Double number) {
        return number == null
                ? null
                : new java.math.BigDecimal(number.toString())
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
