package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.diagnostics.Diagnosis;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the line is that a dialog is looked at with. */
public enum LensLine {
    UNKNOWN,
    FINE,
    SLOW,
    DROPS,
    DOWN,
    OUTAGE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Diagnosis at(Instant now) {
        var readings = new LinkedHashMap<String, Diagnosis.Reading>();
        (this == UNKNOWN ? Map.<String, String>of() : readings())
                .forEach((name, value) -> readings.put(name, new Diagnosis.Reading(value, now)));
        return new Diagnosis(readings);
    }

    private Map<String, String> readings() {
        var line = new LinkedHashMap<>(Map.of(
                "outage.area", "none",
                "line.sync", "ok",
                "line.downstreamMbps", "98",
                "line.planMbps", "100",
                "line.errors", "low",
                "line.drops24h", "0",
                "wifi.signal", "good",
                "router.reachable", "yes"));
        switch (this) {
            case SLOW -> line.putAll(Map.of("line.downstreamMbps", "12", "line.errors", "high"));
            case DROPS -> line.putAll(Map.of("line.drops24h", "9", "line.errors", "high"));
            case DOWN -> line.putAll(Map.of("line.sync", "down", "router.reachable", "no"));
            case OUTAGE -> line.putAll(Map.of("outage.area", "here", "line.sync", "down", "router.reachable", "no"));
            case UNKNOWN, FINE -> {}
        }
        return line;
    }
}
