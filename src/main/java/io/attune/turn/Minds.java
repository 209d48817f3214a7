package io.attune.turn;

import io.attune.aptitude.Listener;
import io.attune.decision.CostSettings;
import io.attune.decision.Decider;
import io.attune.decision.Onlooker;
import io.attune.decision.policy.HandoffSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the thinking rooms' objects from the files and settings that they need, once; wrong settings stop the start. */
@Startup
@ApplicationScoped
class Minds {
    private final Path models;
    private final HandoffSettings policy;

    Minds(TurnConfig config, PolicyConfig policy) {
        this.policy = policy.settings();
        List<String> faults = this.policy.faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("attune.policy." + String.join("; attune.policy.", faults));
        }
        models = config.models();
    }

    @Produces
    @Singleton
    Listener listener() throws IOException {
        Path lexicon = models.resolve("lexicon");
        return Listener.load(lexicon);
    }

    @Produces
    @Singleton
    Decider decider() {
        return new Decider(policy, CostSettings.DEFAULT);
    }

    @Produces
    @Singleton
    Onlooker onlooker() {
        return new Onlooker(policy);
    }
}
