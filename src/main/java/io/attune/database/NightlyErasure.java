package io.attune.database;

import io.attune.database.TableFiles.Done;
import io.attune.database.TableFiles.Limits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** With PostgreSQL: once a night, has the files of tables written anew from which something was erased. See {@link TableFiles}. */
@ApplicationScoped
class NightlyErasure {
    private static final Logger LOG = Logger.getLogger(NightlyErasure.class);
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Database database;
    private final DatabaseConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("nightly-erasure").daemon().factory());

    NightlyErasure(Database database, DatabaseConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting) {
        if (database.shared()) {
            config.rewriteAt().ifPresent(this::next);
        }
    }

    private void next(LocalTime at) {
        var unused = timer.schedule(
                () -> {
                    run();
                    next(at);
                },
                until(at, clock.instant().atOffset(ZoneOffset.UTC)).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** From now to the next time it is so late; a day when it is just that. */
    static Duration until(LocalTime at, OffsetDateTime now) {
        OffsetDateTime today = now.with(at);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    private void run() {
        var limits = new Limits(WAIT, config.rewriteTable(), config.rewriteAll());
        try (Connection connection = database.connection()) {
            Done done = new TableFiles(limits, System::nanoTime).write(connection);
            if (!done.written().isEmpty()) {
                LOG.infof(
                        "the files of %d tables were written anew, without what was erased",
                        done.written().size());
            }
            if (!done.left().isEmpty()) {
                LOG.warnf(
                        "traces of what was erased stay in the files of %s: writing them anew takes longer than"
                                + " attune.db.rewrite-table or -all, or somebody held them",
                        String.join(", ", done.left()));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(
                    "traces of what was erased stay in files: %s", e.getClass().getName());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }
}
