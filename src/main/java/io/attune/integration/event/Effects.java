package io.attune.integration.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.customer.Customers;
import io.attune.customer.Given;
import io.attune.customer.Origin;
import io.attune.database.InCommit;
import io.attune.diagnostics.LineState;
import io.attune.diagnostics.Reported;
import io.attune.integration.GivenProfile;
import io.attune.integration.LineStateCheck;
import io.attune.message.Ids;
import io.attune.problem.Fault;
import io.attune.problem.Faults;
import io.attune.problem.JsonFaults;
import io.attune.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What comes of an event. A kind is recognised by the last two words of the event's type. */
@Singleton
public class Effects {
    /** What may come of an event; a field that it does not know is a fault. */
    private interface Kind {
        List<InCommit> effects(Received event, Faults faults) throws JsonProcessingException;
    }

    private static final int LONGEST = 200;
    private static final int MOST_PLACES = 100_000;

    private final Customers customers;
    private final Reported reported;
    private final ObjectMapper json;
    private final Map<String, Kind> kinds = new TreeMap<>();

    Effects(Customers customers, Reported reported, ObjectMapper json) {
        this.customers = customers;
        this.reported = reported;
        this.json = json;
        kinds.put("outage.started", this::outage);
        kinds.put("outage.updated", this::outage);
        kinds.put("outage.ended", this::outageOver);
        kinds.put("line.fault", this::fault);
        kinds.put("line.repaired", this::repaired);
        kinds.put("order.changed", this::order);
        kinds.put("customer.changed", this::profile);
    }

    List<String> known() {
        return List.copyOf(kinds.keySet());
    }

    /** Empty when nothing here concerns itself with such events. */
    Optional<List<InCommit>> of(Received event, Faults faults) {
        Kind kind = kinds.get(event.kind());
        if (kind == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.effects(event, faults));
        } catch (JsonProcessingException e) {
            Fault fault = new JsonFaults(json).fault(e);
            faults.add(event.at() + "data." + fault.at(), fault.detail());
        } catch (ProblemException e) {
            e.problem().errors().forEach(fault -> faults.add(event.at() + "data." + fault.at(), fault.detail()));
        }
        return Optional.of(List.of());
    }

    private record OutageData(
            @Nullable String id,
            @Nullable List<String> areas,
            @Nullable List<String> customers,
            @Nullable Instant eta) {}

    private List<InCommit> outage(Received event, Faults faults) throws JsonProcessingException {
        OutageData data = json.treeToValue(event.data(), OutageData.class);
        List<String> areas = data.areas() == null ? List.of() : data.areas();
        List<String> who = data.customers() == null ? List.of() : data.customers();
        String id = id(event, "id", data.id(), faults);
        String at = event.at() + "data.";
        faults.need(!areas.isEmpty() || !who.isEmpty(), at + "areas", "areas or customers must say who is concerned")
                .need(areas.size() + who.size() <= MOST_PLACES, at + "areas", "at most " + MOST_PLACES + " places");
        for (int i = 0; i < areas.size(); i++) {
            faults.need(isText(areas.get(i)), at + "areas[" + i + "]", "must have 1 to 200 characters");
        }
        for (int i = 0; i < who.size(); i++) {
            faults.need(isId(who.get(i)), at + "customers[" + i + "]", "must be 1 to 64 of A-Za-z0-9_.:-");
        }
        return List.of(reported.outage(
                new Reported.Outage(
                        id,
                        areas.stream().distinct().toList(),
                        who.stream().distinct().toList(),
                        data.eta()),
                event.time()));
    }

    private List<InCommit> outageOver(Received event, Faults faults) throws JsonProcessingException {
        OutageData data = json.treeToValue(event.data(), OutageData.class);
        return List.of(reported.outageOver(id(event, "id", data.id(), faults), event.time()));
    }

    private record FaultData(
            @Nullable String customer,
            @Nullable String id,
            @Nullable LineState readings) {}

    private List<InCommit> fault(Received event, Faults faults) throws JsonProcessingException {
        FaultData data = json.treeToValue(event.data(), FaultData.class);
        String customer = customer(event, data.customer(), faults);
        LineState readings = data.readings() == null ? LineState.UNKNOWN : data.readings();
        faults.need(
                !readings.equals(LineState.UNKNOWN),
                event.at() + "data.readings",
                "must say what is wrong, such as {\"sync\":\"down\"}");
        LineStateCheck.check(readings, event.at() + "data.readings.", faults);
        return List.of(reported.fault(customer, id(event, "id", data.id(), faults), readings, event.time()));
    }

    private List<InCommit> repaired(Received event, Faults faults) throws JsonProcessingException {
        FaultData data = json.treeToValue(event.data(), FaultData.class);
        return List.of(reported.faultOver(
                customer(event, data.customer(), faults), id(event, "id", data.id(), faults), event.time()));
    }

    private record OrderData(
            @Nullable String customer,
            @Nullable String id,
            @Nullable String what,
            @Nullable String status,
            @Nullable Instant due) {}

    private List<InCommit> order(Received event, Faults faults) throws JsonProcessingException {
        OrderData data = json.treeToValue(event.data(), OrderData.class);
        String customer = customer(event, data.customer(), faults);
        String id = id(event, "id", data.id(), faults);
        faults.need(isText(data.status()), event.at() + "data.status", "must have 1 to 200 characters")
                .need(
                        data.what() == null || isText(data.what()),
                        event.at() + "data.what",
                        "must have 1 to 200 characters");
        var order = new HashMap<String, Object>();
        order.put("id", id);
        order.put("status", String.valueOf(data.status()));
        if (data.what() != null) {
            order.put("what", data.what());
        }
        if (data.due() != null) {
            order.put("due", data.due().toString());
        }
        return List.of(customers.tell(customer, Given.order(id, order, origin(event)), null, event.time()));
    }

    private List<InCommit> profile(Received event, Faults faults) throws JsonProcessingException {
        JsonNode given = event.data().get("customer");
        String customer = customer(event, given == null ? null : given.asText(), faults);
        ObjectNode fields = event.data().deepCopy();
        fields.remove("customer");
        faults.need(!fields.isEmpty(), event.at() + "data", "must have fields of the profile");
        GivenProfile told = GivenProfile.read(json, fields, origin(event));
        return List.of(customers.tell(customer, told.given(), told.identities(), event.time()));
    }

    private static Origin origin(Received event) {
        return Origin.of(event.source(), event.time());
    }

    private static String customer(Received event, @Nullable String given, Faults faults) {
        String customer = given == null ? event.subject() : given;
        faults.need(
                isId(customer),
                event.at() + "data.customer",
                "must be a customer's id, here or as the event's subject");
        return customer;
    }

    private static String id(Received event, String field, @Nullable String id, Faults faults) {
        faults.need(isId(id), event.at() + "data." + field, "is required, 1 to 64 of A-Za-z0-9_.:-");
        return String.valueOf(id);
    }

    private static boolean isId(@Nullable String id) {
        return id != null && Ids.isId(id);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
