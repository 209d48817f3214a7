package io.attune.database;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes what has been kept for its time. On several nodes each does it; what one has removed the others do not find. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration AFTER_START = Duration.ofMinutes(2);

    private final List<Retained> all;
    private final RetentionConfig config;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory());

    Retention(@All List<Retained> all, RetentionConfig config, Database database, Clock clock) {
        this.all = all;
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting) {
        timer.scheduleWithFixedDelay(
                this::run, AFTER_START.toMillis(), config.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Removes everything whose time is over. */
    public void run() {
        int removed = 0;
        for (Retained one : all) {
            try {
                int count = one.removeBefore(clock.instant().minus(time(one.kind())));
                removed += count;
                if (count > 0) {
                    LOG.infof(
                            "%d %s were kept for their time and are gone",
                            count, one.kind().name().toLowerCase(Locale.ROOT));
                }
            } catch (RuntimeException e) {
                LOG.errorf(
                        "%s whose time is over could not be removed: %s",
                        one.kind(), e.getClass().getName());
            }
        }
        if (removed > 0) {
            database.removeTraces();
        }
    }

    private Duration time(Retained.Kind kind) {
        return switch (kind) {
            case CONVERSATIONS -> config.conversations();
            case HISTORY -> config.history();
            case ESTIMATES -> config.estimates();
            case EVENTS -> config.events();
            case CANDIDATES -> config.candidates();
        };
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdown();
    }
}
