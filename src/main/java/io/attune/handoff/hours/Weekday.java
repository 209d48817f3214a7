package io.attune.handoff.hours;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;

/** The days as they are written. */
public enum Weekday {
    @JsonProperty("mon")
    MON,
    @JsonProperty("tue")
    TUE,
    @JsonProperty("wed")
    WED,
    @JsonProperty("thu")
    THU,
    @JsonProperty("fri")
    FRI,
    @JsonProperty("sat")
    SAT,
    @JsonProperty("sun")
    SUN;

    static Weekday of(DayOfWeek day) {
        return values()[day.ordinal()];
    }
}
