package io.attune.diagnostics;

import io.attune.settings.DemoMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Chooses where diagnoses come from: the provider's line tests where they are configured, simulated lines in demo mode. */
@ApplicationScoped
class DiagnosticsProducer {
    @Produces
    @Singleton
    Lines lines(DemoLines demoLines, DemoMode demo, DiagnosticsConfig config, Clock clock) {
        return new Lines(
                source(demoLines, demo, config, clock), clock, config.maxAge(), config.timeout(), config.kept());
    }

    private static Diagnostics source(DemoLines demoLines, DemoMode demo, DiagnosticsConfig config, Clock clock) {
        if (config.url().isPresent()) {
            return new HttpDiagnostics(config.url().get(), config.token(), config.timeout(), clock);
        }
        return demo.on() ? demoLines : customer -> CompletableFuture.completedFuture(Diagnosis.UNKNOWN);
    }
}
