package io.attune.diagnostics;

import io.attune.settings.DemoMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Chooses where diagnoses come from: simulated lines in demo mode, otherwise nowhere until an adapter is there. */
@ApplicationScoped
class DiagnosticsProducer {
    @Produces
    @Singleton
    Lines lines(DemoLines demoLines, DemoMode demo, DiagnosticsConfig config, Clock clock) {
        Diagnostics source = demo.on() ? demoLines : customer -> CompletableFuture.completedFuture(Diagnosis.UNKNOWN);
        return new Lines(source, clock, config.maxAge(), config.timeout(), config.kept());
    }
}
