package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an agent takes conversations. */
public enum PresenceState {
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("away")
    AWAY,
    @JsonProperty("offline")
    OFFLINE
}
