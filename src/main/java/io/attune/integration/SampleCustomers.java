package io.attune.integration;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.customer.Customers;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Origin;
import io.attune.customer.Outcome;
import io.attune.diagnostics.DemoLines;
import io.attune.diagnostics.LineState;
import io.attune.integration.DemoResource.Sample;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customers that demo mode starts with: {@code demo/customers.json}. Made once; what is done to them later stays. */
@Singleton
public class SampleCustomers {
    private static final String FILE = "/demo/customers.json";

    private final DemoMode demo;
    private final Customers customers;
    private final DemoLines lines;
    private final ObjectMapper json;
    private final Clock clock;

    SampleCustomers(DemoMode demo, Customers customers, DemoLines lines, ObjectMapper json, Clock clock) {
        this.demo = demo;
        this.customers = customers;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    record SampleCustomer(
            String id,
            String name,
            String story,
            Map<String, Object> profile,
            List<Identity> identities,
            LineState line,
            List<Past> history) {}

    record Past(
            int hoursAgo,
            String channel,
            String intent,
            @Nullable String remedy,
            @Nullable Outcome outcome) {
        LedgerEntry entry(Instant now) {
            return new LedgerEntry(now.minus(Duration.ofHours(hoursAgo)), channel, intent, remedy, outcome, null);
        }
    }

    public List<Sample> all() {
        return read().stream()
                .map(sample -> new Sample(sample.id(), sample.name(), sample.story()))
                .toList();
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        if (demo.on()) {
            read().stream()
                    .filter(sample -> customers.find(sample.id()).isEmpty())
                    .forEach(this::add);
        }
    }

    private void add(SampleCustomer sample) {
        Instant now = clock.instant();
        lines.change(sample.id(), before -> sample.line());
        customers.addHistory(
                sample.id(),
                sample.history().stream().map(past -> past.entry(now)).toList(),
                now);
        customers.change(sample.id(), Given.of(sample.profile(), Origin.of("demo", now)), sample.identities(), now);
    }

    private List<SampleCustomer> read() {
        try (var file = Objects.requireNonNull(SampleCustomers.class.getResourceAsStream(FILE), FILE)) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
