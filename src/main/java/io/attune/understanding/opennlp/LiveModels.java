package io.attune.understanding.opennlp;

import io.attune.llm.Embedder;
import io.attune.message.Language;
import io.attune.understanding.Gazetteer;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The models in use, and their exchange for others while messages are being understood. New ones take the place of the old in
 * one step, and only when everything about them is right; a message that is being understood ends with the ones it began with.
 */
public final class LiveModels implements Understander {
    /**
     * @param since when they were taken into use
     * @param refused what was last refused since then
     */
    public record State(TrainedModels models, Instant since, Optional<Refusal> refused) {}

    public record Refusal(Instant at, List<ModelsRefused.Fault> faults) {}

    private final Path folder;
    private final @Nullable Embedder embedder;
    private volatile State state;
    private Map<String, String> used;
    private Map<String, String> seen;

    /** @throws ModelsRefused when there is nothing to begin with */
    public LiveModels(Path folder, @Nullable Embedder embedder, Instant now) throws ModelsRefused {
        this.folder = folder;
        this.embedder = embedder;
        this.used = stamps();
        this.seen = used;
        this.state = new State(TrainedModels.read(folder, embedder), now, Optional.empty());
    }

    /** With the stage that knows meanings; takes some seconds and 160 MB more, once. */
    public static LiveModels withEmbeddings(Path folder, Instant now) throws ModelsRefused {
        return new LiveModels(folder, Embedder.open(), now);
    }

    @Override
    public Understanding understand(String text, Language prior) {
        return state.models().understander().understand(text, prior);
    }

    public State state() {
        return state;
    }

    /**
     * Reads the files again, whether they have changed or not. Takes a second or so and the memory of a second set of models.
     *
     * @throws ModelsRefused after noting it; the old models stay in use
     */
    public synchronized State reload(Instant now) throws ModelsRefused {
        used = stamps();
        seen = used;
        try {
            TrainedModels fresh = TrainedModels.read(folder, embedder);
            boolean same = fresh.version().equals(state.models().version());
            state = new State(same ? state.models() : fresh, same ? state.since() : now, Optional.empty());
            return state;
        } catch (ModelsRefused refused) {
            state = new State(state.models(), state.since(), Optional.of(new Refusal(now, refused.faults())));
            throw refused;
        }
    }

    /**
     * Reloads if the files are others than at the last reload and the same as when this was last asked: while they are being
     * copied they are left alone. The new state when there was a reload.
     */
    public synchronized Optional<State> reloadIfChanged(Instant now) throws ModelsRefused {
        Map<String, String> stamps = stamps();
        boolean settled = stamps.equals(seen);
        seen = stamps;
        return settled && !stamps.equals(used) ? Optional.of(reload(now)) : Optional.empty();
    }

    /** Size and time of each file; one that vanishes meanwhile is left out. */
    private Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        for (String part : List.of("", OpenNlpUnderstander.TRAINED, "lexicon", Gazetteer.FOLDER)) {
            try (var files = Files.list(folder.resolve(part))) {
                files.forEach(file -> stamp(file).ifPresent(stamp -> stamps.put(file.toString(), stamp)));
            } catch (IOException missing) {
                stamps.put(part, "missing");
            }
        }
        return stamps;
    }

    private static Optional<String> stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(attributes.size() + "@" + attributes.lastModifiedTime())
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
