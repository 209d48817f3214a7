package io.attune.diagnostics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.database.InCommit;
import io.attune.diagnostics.Diagnosis.Reading;
import io.attune.diagnostics.store.ReportStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outages and line faults that the provider's own systems know of, beside what the line tests measure. */
@Singleton
public class Reported {
    private final ReportStore store;
    private final ObjectMapper json;

    Reported(ReportStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * @param areas and {@code customers}: who is concerned
     * @param eta when it should be over
     */
    public record Outage(
            String id,
            List<String> areas,
            List<String> customers,
            @Nullable Instant eta) {}

    /** There is an outage, as of {@code at}; an older word than the last one changes nothing. */
    public InCommit outage(Outage outage, Instant at) {
        return connection -> store.outage(connection, outage, at);
    }

    public InCommit outageOver(String id, Instant at) {
        return connection -> store.outageOver(connection, id, at);
    }

    /** @param readings what is known of the line while the fault lasts */
    public InCommit fault(String customer, String id, LineState readings, Instant at) {
        return connection -> store.fault(connection, customer, id, write(readings), at);
    }

    public InCommit faultOver(String customer, String id, Instant at) {
        return connection -> store.faultOver(connection, customer, id, at);
    }

    /**
     * What was measured, with what is reported put over it: a standing outage always, as no test of a line can tell of one;
     * a fault's readings where nothing was measured since it was reported.
     *
     * @param area where the customer lives, as in the profile; null when it is not known
     */
    public Diagnosis over(Diagnosis measured, String customer, @Nullable String area, Instant now) {
        List<ReportStore.Report> reports = store.of(customer, area);
        if (reports.isEmpty()) {
            return measured;
        }
        var facts = new HashMap<>(measured.facts());
        for (ReportStore.Report report : reports) {
            if (report.readings() == null) {
                facts.put("outage.area", new Reading(report.id(), now));
                facts.remove("outage.eta");
                if (report.eta() != null) {
                    facts.put("outage.eta", new Reading(report.eta().toString(), now));
                }
            } else {
                put(facts, read(report.readings()).examined(now).facts(), report.at());
            }
        }
        return new Diagnosis(facts);
    }

    private static void put(Map<String, Reading> facts, Map<String, Reading> reported, Instant at) {
        reported.forEach((name, reading) -> {
            Reading measured = facts.get(name);
            if (!name.startsWith("outage.")
                    && (measured == null || measured.at().isBefore(at))) {
                facts.put(name, reading);
            }
        });
    }

    /** What stands of a customer's own line, for export. */
    public List<ReportStore.Report> of(String customer) {
        return store.of(customer, null);
    }

    public void forget(String customer) {
        store.forget(customer);
    }

    private LineState read(String text) {
        try {
            return json.readValue(text, LineState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line fault's row is damaged", e);
        }
    }

    private String write(LineState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a line fault", e);
        }
    }
}
