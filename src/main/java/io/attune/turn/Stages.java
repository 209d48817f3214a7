package io.attune.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** How long each stage of a turn takes: {@code attune_turn_stage_seconds{stage=…}}. */
@Singleton
class Stages {
    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Stages(MeterRegistry registry) {
        this.registry = registry;
    }

    <T> T time(String stage, Supplier<T> work) {
        return timers.computeIfAbsent(stage, name -> registry.timer("attune.turn.stage", "stage", name))
                .record(work);
    }
}
