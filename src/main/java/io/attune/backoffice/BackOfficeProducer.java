package io.attune.backoffice;

import io.attune.settings.DemoMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses the back office: the configured one, the demo's, or none. */
@ApplicationScoped
class BackOfficeProducer {
    @Produces
    @Singleton
    BackOffice backOffice(BackOfficeConfig config, DemoMode demo, Clock clock) {
        if (config.url().isPresent()) {
            return new HttpBackOffice(config.url().get(), config.token(), config.timeout());
        }
        return demo.on() ? new DemoBackOffice(clock) : (customer, errand) -> BackOffice.Reply.UNAVAILABLE;
    }
}
