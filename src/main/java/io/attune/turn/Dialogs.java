package io.attune.turn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.conversation.Conversation;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Fault;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Pitch;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.DialogFiles;
import io.attune.message.Language;
import io.attune.turn.Reload.Outcome;
import io.attune.turn.store.DialogReleases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs in force, and those that were. A version is put in force whole, after it was read without a fault and stored;
 * a server does not start on dialogs that have faults, and one that runs keeps what it has.
 */
@ApplicationScoped
public class Dialogs {
    private static final Logger LOG = Logger.getLogger(Dialogs.class);
    /** Older versions in memory. A version takes some megabytes. */
    private static final int FORMER = 4;

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Path folder;
    private final Duration patience;
    private final int latest;
    private final DialogReleases releases;
    private final Clock clock;
    private final Cache<String, Optional<Release>> former = Caffeine.newBuilder()
            .maximumSize(FORMER)
            .expireAfterAccess(REMEMBERED)
            .build();
    private volatile Release current;
    private volatile Instant since;
    private volatile @Nullable Reload last;
    private volatile @Nullable Reload refused;

    @Inject
    Dialogs(TurnConfig config, DialogReleases releases, Clock clock) throws IOException {
        this(config.dialogs(), config.dialogsHeld(), config.dialogsKept(), releases, clock);
    }

    Dialogs(Path folder, Duration patience, int older, DialogReleases releases, Clock clock) throws IOException {
        this.latest = 1 + Math.max(0, older);
        this.folder = folder;
        this.patience = patience;
        this.releases = releases;
        this.clock = clock;
        DialogFiles files = DialogFiles.read(folder.toRealPath());
        BookReader.Book read = files.book();
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException(
                    "the dialogs have faults; ./attune check lists them:\n" + lines(read.faults()));
        }
        current = kept(files, read);
        since = clock.instant();
    }

    /** Whether this is the name of a dialog, or of an intent that one answers. */
    static boolean isNamed(DialogBook book, String words) {
        return book.inOrder().stream()
                .anyMatch(
                        dialog -> dialog.id().equals(words) || dialog.intents().contains(words));
    }

    public DialogBook book() {
        return current.book();
    }

    /** Names what is in force. */
    public String version() {
        return current.version();
    }

    /** When this server took into use what is in force: at its start, or with the last released change. */
    public Instant since() {
        return since;
    }

    Release current() {
        return current;
    }

    /** What came of the last look at changed files; empty where nothing has changed since the start. */
    public Optional<Reload> lastReload() {
        return Optional.ofNullable(last);
    }

    /** The last change that was refused since the start, corrected meanwhile or not. */
    public Optional<Reload> lastRefused() {
        return Optional.ofNullable(refused);
    }

    /**
     * The version that a conversation goes by: the one that it began with, as long as it is had and the bot spoke in it not
     * too long ago.
     */
    Held held(Conversation conversation, Instant now) {
        String began = conversation.header().dialogs();
        if (began == null) {
            return new Held(current, false);
        }
        Instant spoken = conversation.spokenAt();
        boolean isFresh = spoken == null || !spoken.plus(patience).isBefore(now);
        Release release = isFresh ? version(began).orElse(current) : current;
        return new Held(release, !release.version().equals(began));
    }

    /** @param moved it is another than the conversation has gone by until now */
    record Held(Release release, boolean moved) {}

    /** A version that is or was in force; empty where its files are not kept any more, or cannot be read by this server. */
    Optional<Release> version(String version) {
        Release now = current;
        return version.equals(now.version()) ? Optional.of(now) : former.get(version, this::fetched);
    }

    private Optional<Release> fetched(String version) {
        return releases.find(version).flatMap(packed -> {
            try {
                BookReader.Book read = DialogFiles.unpacked(packed).book();
                if (read.faults().isEmpty()) {
                    return Optional.of(new Release(version, read.dialogs()));
                }
                LOG.warnf(
                        "the dialogs %s, once in force, have faults for this server: %s",
                        version, read.faults().getFirst());
            } catch (IOException e) {
                LOG.errorf(
                        "the dialogs %s, once in force, cannot be read: %s",
                        version, e.getClass().getSimpleName());
            }
            return Optional.empty();
        });
    }

    /** Reads the files anew, and puts them in force if they have no fault. Takes a moment: not for an event loop. */
    public synchronized Reload reload() {
        Reload reload;
        try {
            DialogFiles files = DialogFiles.read(folder.toRealPath());
            reload = files.version().equals(current.version())
                    ? new Reload(clock.instant(), Outcome.UNCHANGED, current.version(), List.of())
                    : judged(files);
        } catch (IOException e) {
            reload = refused(List.of(new Fault(
                    ".",
                    1,
                    FaultKind.NOT_READ,
                    "the folder of the dialogs cannot be read: " + e.getClass().getSimpleName())));
        }
        if (reload.outcome() != Outcome.UNCHANGED || last != null) {
            last = reload;
        }
        if (reload.outcome() == Outcome.REFUSED) {
            refused = reload;
        }
        return reload;
    }

    private Reload judged(DialogFiles files) throws IOException {
        BookReader.Book read = files.book();
        if (!read.faults().isEmpty()) {
            return refused(read.faults());
        }
        if (read.dialogs().dialogs().isEmpty()) {
            return refused(List.of(new Fault(".", 1, FaultKind.NOT_READ, "there is no dialog in the folder")));
        }
        Release before = current;
        Release next = kept(files, read);
        former.put(before.version(), Optional.of(before));
        current = next;
        since = clock.instant();
        LOG.infof("the dialogs %s are in force, after %s", next.version(), before.version());
        return new Reload(clock.instant(), Outcome.RELEASED, next.version(), List.of());
    }

    private Reload refused(List<Fault> faults) {
        LOG.warnf("changed dialogs are refused, %s stay in force:\n%s", current.version(), lines(faults));
        return new Reload(clock.instant(), Outcome.REFUSED, current.version(), faults);
    }

    /** Stored before it is used: no conversation may go by a version that a restart would lose. */
    private Release kept(DialogFiles files, BookReader.Book read) throws IOException {
        String version = files.version();
        releases.keep(version, files.packed(), clock.instant());
        releases.dropUnused(latest);
        return new Release(version, read.dialogs());
    }

    private static String lines(List<Fault> faults) {
        return faults.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** A text that all dialogs share, as it is first put. */
    String words(String key, Language language) {
        return book().talk()
                .find(key)
                .flatMap(
                        wording -> wording.in(language, Pitch.STANDARD).stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("the dialogs have no text " + key));
    }
}
