package io.attune.channel.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.push.Device;
import io.attune.push.Devices;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The customer's apps say whether they are in use: what comes while they are not is pushed to the provider's server. */
@Path("/api/v1/me/devices/{device}")
@RolesAllowed(Roles.CUSTOMER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DeviceResource {
    private static final int LONGEST_TOKEN = 4096;

    private final Devices devices;
    private final Current current;

    DeviceResource(Devices devices, Current current) {
        this.devices = devices;
        this.current = current;
    }

    enum State {
        @JsonProperty("foreground")
        FOREGROUND,
        @JsonProperty("background")
        BACKGROUND
    }

    /** @param token what the provider's server needs to reach the device; stays as it was when missing */
    record Registration(@Nullable State state, @Nullable String token) {}

    record Registered(String device, State state) {}

    @PUT
    public Registered put(@PathParam("device") String id, @Nullable Registration body) {
        State state = body == null ? null : body.state();
        String token = body == null ? null : body.token();
        new Faults()
                .need(Ids.isId(id), "device", "must be 1 to 64 of A-Za-z0-9_.:-")
                .need(state != null, "state", "must be foreground or background")
                .need(
                        token == null || token.length() <= LONGEST_TOKEN,
                        "token",
                        "at most " + LONGEST_TOKEN + " characters")
                .refuseIfAny();
        Device device = devices.put(current.caller().customer(), id, token, state == State.BACKGROUND);
        return new Registered(device.id(), device.backgroundSince() == null ? State.FOREGROUND : State.BACKGROUND);
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("device") String id) {
        devices.remove(current.caller().customer(), id);
    }
}
