package io.attune.turn;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import io.attune.understanding.opennlp.LiveModels;
import io.attune.understanding.opennlp.ModelsRefused;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The models that messages are understood with. Files that change are looked at on a thread of their own and taken into use
 * when everything about them is right; until then, and if not, the old ones serve. A fault at the start stops the start.
 */
@ApplicationScoped
public class ModelsInUse implements Understander {
    private static final Logger LOG = Logger.getLogger(ModelsInUse.class);

    private final LiveModels models;
    private final Clock clock;
    private final Duration look;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("models").daemon().factory());

    ModelsInUse(TurnConfig config, Clock clock) {
        this.clock = clock;
        this.look = config.lookForModels();
        this.models = read(config, clock);
    }

    private static LiveModels read(TurnConfig config, Clock clock) {
        try {
            return config.embeddings()
                    ? LiveModels.withEmbeddings(config.models(), clock.instant())
                    : new LiveModels(config.models(), null, clock.instant());
        } catch (ModelsRefused refused) {
            throw new ConfigurationException("Attune does not start like this:\n  - models in "
                    + config.models().toAbsolutePath() + ": " + refused.getMessage());
        }
    }

    void start(@Observes StartupEvent starting) {
        LOG.infof("models %s are in use", state().models().version());
        if (look.isPositive()) {
            thread.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Understanding understand(String text, Language prior) {
        return models.understand(text, prior);
    }

    public LiveModels.State state() {
        return models.state();
    }

    /** Looks at the files now. Not for an event loop: it takes a second or so. */
    public LiveModels.State reload() throws ModelsRefused {
        return models.reload(clock.instant());
    }

    private void look() {
        try {
            models.reloadIfChanged(clock.instant())
                    .ifPresent(state ->
                            LOG.infof("models %s are in use now", state.models().version()));
        } catch (ModelsRefused refused) {
            LOG.errorf("new models were refused, the old ones go on:\n%s", refused.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // Without this the next change would not be looked at: a thrown task is not run again.
            LOG.errorf("new models could not be looked at: %s", e);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }
}
