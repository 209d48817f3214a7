package io.attune.channel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.audit.Audited;
import io.attune.customer.Customers;
import io.attune.customer.Given;
import io.attune.customer.Origin;
import io.attune.customer.Profile;
import io.attune.customer.ProfileValue;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/me/profile}: what is kept of the customer, each value with its source, and the customer's corrections of it,
 * which hold against every other source from then on. What was inferred of them may be struck out, not replaced.
 */
@Path("/api/v1/me/profile")
@RolesAllowed(Roles.CUSTOMER)
public class CorrectionResource {
    private static final Set<String> INFERRED = Set.of("clv", "churn");
    private static final Set<String> CONTRACT = Set.of("plan", "tenureMonths");
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final int LONGEST = 200;
    private static final int MOST_CIRCUMSTANCES = 20;

    private final Current current;
    private final Customers customers;
    private final ObjectMapper json;
    private final Clock clock;

    CorrectionResource(Current current, Customers customers, ObjectMapper json, Clock clock) {
        this.current = current;
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    @GET
    public Map<String, ProfileValue> profile() {
        var caller = current.caller();
        return (caller.isNameless() ? customers.findUnder(caller.customer()) : customers.find(caller.customer()))
                .map(file -> file.dossier().values())
                .orElse(Map.of());
    }

    @PUT
    @Audited("profile.corrected")
    public Map<String, ProfileValue> correct(@Nullable ObjectNode body) throws JsonProcessingException {
        if (body == null) {
            throw ProblemException.badRequest("body", "must be an object");
        }
        json.treeToValue(body, Profile.class);
        Map<String, @Nullable Object> given = json.convertValue(body, FIELDS);
        var faults = new Faults();
        var corrections = new HashMap<String, @Nullable Object>();
        given.forEach((name, value) -> {
            if (name.equals("circumstances") && value instanceof Map<?, ?> circumstances) {
                circumstances(circumstances, corrections, faults);
            } else {
                check(name, value, faults);
                corrections.put(name, value);
            }
        });
        faults.refuseIfAny();
        var now = clock.instant();
        customers.change(
                current.caller().customer(), Given.of(corrections, Origin.of(Origin.CUSTOMER, now)), null, now);
        return profile();
    }

    private static void check(String name, @Nullable Object value, Faults faults) {
        faults.need(!CONTRACT.contains(name), name, "is what the contract says; ask us to change it there")
                .need(!INFERRED.contains(name) || value == null, name, "was inferred: null takes it away for good")
                .need(!name.equals("circumstances"), name, "must be an object; null takes away a single one of them")
                .need(
                        !(value instanceof String text) || text.length() <= LONGEST,
                        name,
                        "must have at most 200 characters");
        if (value instanceof String text && name.equals("tz")) {
            try {
                ZoneId.of(text);
            } catch (DateTimeException e) {
                faults.add(name, "must be a time zone such as Europe/Vienna");
            }
        }
        if (value instanceof String text && name.equals("locale")) {
            faults.need(
                    !Locale.forLanguageTag(text).getLanguage().isEmpty(), name, "must be a BCP 47 tag such as de-AT");
        }
    }

    /** Each on its own: the others are left as they are. */
    private static void circumstances(Map<?, ?> given, Map<String, @Nullable Object> corrections, Faults faults) {
        faults.need(given.size() <= MOST_CIRCUMSTANCES, "circumstances", "must be at most " + MOST_CIRCUMSTANCES);
        given.forEach((key, value) -> {
            String name = "circumstances." + key;
            boolean plain = value == null
                    || value instanceof Boolean
                    || value instanceof Number
                    || (value instanceof String text && text.length() <= LONGEST);
            faults.need(
                    name.length() <= LONGEST && plain, "circumstances", "must be short texts, numbers, true or false");
            corrections.put(name, value);
        });
    }
}
