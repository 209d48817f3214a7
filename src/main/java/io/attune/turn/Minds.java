package io.attune.turn;

import io.attune.aptitude.Listener;
import io.attune.decision.Decider;
import io.attune.decision.Onlooker;
import io.attune.understanding.Understander;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the thinking rooms' objects from the files that they need, once. */
@ApplicationScoped
class Minds {
    private final Path models;
    private final boolean embeddings;

    Minds(TurnConfig config) {
        models = config.models();
        embeddings = config.embeddings();
    }

    @Produces
    @Singleton
    Understander understander() throws IOException {
        return embeddings ? OpenNlpUnderstander.loadWithEmbeddings(models) : OpenNlpUnderstander.load(models);
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
        return new Decider();
    }

    @Produces
    @Singleton
    Onlooker onlooker() {
        return new Onlooker();
    }
}
