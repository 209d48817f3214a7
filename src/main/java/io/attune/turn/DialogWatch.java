package io.attune.turn;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees that files of dialogs changed, and has them read once they are left alone: an editor writes a file in several steps, a
 * deployment many files. Looks at names, sizes and times every moment rather than wait for the system's notices, which do not
 * come from network drives, container mounts and swapped links.
 */
@ApplicationScoped
class DialogWatch {
    private static final Logger LOG = Logger.getLogger(DialogWatch.class);

    private final Dialogs dialogs;
    private final TurnConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dialogs-watch").daemon().factory());

    /** What the files looked like the last time, and when they were last read. */
    private String seen = "";

    private @Nullable String read;

    DialogWatch(Dialogs dialogs, TurnConfig config) {
        this.dialogs = dialogs;
        this.config = config;
    }

    void start(@Observes StartupEvent starting) {
        long every = config.lookForDialogs().toMillis();
        if (every > 0) {
            timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            String now = glance();
            if (now.equals(seen) && !now.equals(read)) {
                dialogs.reload();
                read = now;
            }
            seen = now;
        } catch (IOException | UncheckedIOException e) {
            LOG.debugf("the dialogs change while they are looked at: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("changed dialogs could not be put in force; trying again", e);
        }
    }

    private String glance() throws IOException {
        Path folder = config.dialogs().toRealPath();
        try (var walk = Files.walk(folder)) {
            return folder
                    + walk.filter(Files::isRegularFile)
                            .map(DialogWatch::line)
                            .sorted()
                            .collect(Collectors.joining("\n"));
        }
    }

    private static String line(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }
}
