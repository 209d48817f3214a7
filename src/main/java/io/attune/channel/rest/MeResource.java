package io.attune.channel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.access.Visitors;
import io.attune.audit.Audited;
import io.attune.customer.Consents;
import io.attune.customer.Customers;
import io.attune.customer.KeptElsewhere;
import io.attune.customer.Persons;
import io.attune.customer.Preferences;
import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import io.attune.problem.Faults;
import io.attune.problem.FieldsGiven;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me}: what a customer decides on, everything that is kept of them, and the way to be forgotten. */
@Path("/api/v1/me")
@RolesAllowed(Roles.CUSTOMER)
public class MeResource {
    private static final int LONGEST_NICKNAME = 80;

    /** What a decision was an answer to that was not made in a conversation. */
    private static final String PREFERENCES = "preferences";

    private final Current current;
    private final Customers customers;
    private final Persons persons;
    private final Visitors visitors;
    private final List<KeptElsewhere> elsewhere;
    private final ObjectMapper json;
    private final Clock clock;

    MeResource(
            Current current,
            Customers customers,
            Persons persons,
            Visitors visitors,
            @All List<KeptElsewhere> elsewhere,
            ObjectMapper json,
            Clock clock) {
        this.current = current;
        this.customers = customers;
        this.persons = persons;
        this.visitors = visitors;
        this.elsewhere = elsewhere;
        this.json = json;
        this.clock = clock;
    }

    /** Decisions on consent: each given one replaces what was said before. */
    public record Decisions(
            @Nullable Boolean service,
            @Nullable Boolean personalisation,
            @Nullable Boolean proactive,
            @Nullable Boolean marketing,
            @Nullable Boolean improvement) {
        Consents into(Consents before, Instant at) {
            Consents after = with(before, Purpose.SERVICE, service, at);
            after = with(after, Purpose.PERSONALISATION, personalisation, at);
            after = with(after, Purpose.PROACTIVE, proactive, at);
            after = with(after, Purpose.MARKETING, marketing, at);
            return with(after, Purpose.IMPROVEMENT, improvement, at);
        }

        private static Consents with(Consents before, Purpose purpose, @Nullable Boolean granted, Instant at) {
            return granted == null
                    ? before
                    : before.with(purpose, new Consents.Choice(granted, at, "web", PREFERENCES));
        }
    }

    @GET
    @Path("preferences")
    public Preferences preferences() {
        return settings().preferences();
    }

    @PUT
    @Path("preferences")
    @Audited("preferences.changed")
    public Preferences change(@Nullable ObjectNode body) throws JsonProcessingException {
        var given = FieldsGiven.read(json, body, Preferences.class);
        Preferences asked = given.into(Preferences.NONE);
        String nickname = asked.nickname();
        Preferences.QuietHours quiet = asked.quietHours();
        new Faults()
                .need(
                        nickname == null || (!nickname.isBlank() && nickname.length() <= LONGEST_NICKNAME),
                        "nickname",
                        "must have 1 to " + LONGEST_NICKNAME + " characters")
                .need(quiet == null || quiet.isWhole(), "quietHours", "needs from and to, such as 22:00 and 07:00")
                .refuseIfAny();
        return customers
                .change(id(), s -> s.with(given.into(s.preferences())), clock.instant())
                .preferences();
    }

    @GET
    @Path("consents")
    public Map<Purpose, Boolean> consents() {
        return settings().consents().now();
    }

    @PUT
    @Path("consents")
    @Audited("consents.changed")
    public Map<Purpose, Boolean> change(@Nullable Decisions decisions) {
        Decisions given = decisions == null ? new Decisions(null, null, null, null, null) : decisions;
        Instant now = clock.instant();
        Consents after = customers
                .change(id(), s -> s.with(given.into(s.consents(), now)), now)
                .consents();
        ids().forEach(id -> elsewhere.forEach(room -> room.consentsChanged(id, after)));
        return after.now();
    }

    /**
     * Everything, under one {@code customer} id. What is kept under further ids of the same person, such as of a device before
     * its user signed in, stands under {@code also}.
     */
    @GET
    @Path("export")
    @Audited("customer.exported")
    public Map<String, Object> export() {
        Map<String, Object> all = export(id());
        List<Map<String, Object>> also =
                ids().stream().filter(id -> !id.equals(id())).map(this::export).toList();
        if (!also.isEmpty()) {
            all.put("also", also);
        }
        return all;
    }

    private Map<String, Object> export(String customer) {
        var all = new LinkedHashMap<String, Object>();
        all.put("customer", customer);
        all.put("at", clock.instant());
        customers.findUnder(customer).ifPresent(file -> all.put("file", file));
        elsewhere.forEach(room -> all.put(room.section(), room.export(customer)));
        return all;
    }

    /**
     * Who this person is, under all their ids; and who this device was before, should that not be known to be the same. A device
     * without a name speaks for itself alone, whomever somebody has taken it for.
     */
    private Set<String> ids() {
        if (current.caller().isNameless()) {
            return Set.of(id());
        }
        var ids = new LinkedHashSet<>(persons.idsOf(id()));
        current.caller().anonymous().ifPresent(ids::add);
        return ids;
    }

    /** The devices go last: until then the customer can ask again, should anything fail on the way. */
    @DELETE
    @Audited("customer.erased")
    public void forget() {
        Set<String> ids = ids();
        ids.forEach(id -> elsewhere.forEach(room -> room.erase(id)));
        ids.forEach(customers::erase);
        ids.stream().filter(id -> !id.equals(id())).forEach(visitors::forget);
        visitors.forget(id());
    }

    private Settings settings() {
        return customers.settings(id());
    }

    private String id() {
        return current.caller().customer();
    }
}
