package io.attune.diagnostics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.diagnostics.store.DemoLineStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Simulated lines, one per customer, for demo mode. A customer without one has a line of which nothing is known. */
@Singleton
public class DemoLines implements Diagnostics {
    private final DemoLineStore store;
    private final ObjectMapper json;
    private final Clock clock;
    private final Executor threads =
            task -> Thread.ofVirtual().name("demo-line").start(task);

    DemoLines(DemoLineStore store, ObjectMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    public Optional<LineState> find(String customer) {
        return store.find(customer).map(this::read);
    }

    public LineState change(String customer, UnaryOperator<LineState> change) {
        return read(store.change(
                customer, before -> write(change.apply(before.isEmpty() ? LineState.UNKNOWN : read(before)))));
    }

    public void forget(String customer) {
        store.forget(customer);
    }

    @Override
    public CompletionStage<Diagnosis> examine(String customer) {
        return CompletableFuture.supplyAsync(() -> find(customer), threads)
                .thenCompose(state ->
                        state.isEmpty() ? CompletableFuture.completedFuture(Diagnosis.UNKNOWN) : after(state.get()))
                .exceptionally(e -> Diagnosis.UNKNOWN);
    }

    private CompletableFuture<Diagnosis> after(LineState state) {
        long delay = state.delayMs() == null ? 0 : state.delayMs();
        return delay == 0
                ? CompletableFuture.completedFuture(state.examined(clock.instant()))
                : CompletableFuture.supplyAsync(
                        () -> state.examined(clock.instant()),
                        CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS));
    }

    private LineState read(String text) {
        try {
            return json.readValue(text, LineState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a simulated line's row is damaged", e);
        }
    }

    private String write(LineState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a simulated line", e);
        }
    }
}
