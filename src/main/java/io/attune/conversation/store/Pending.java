package io.attune.conversation.store;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.Draft;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.message.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An append on its way to the writer. What can be written down before the numbers are known is written down by the
 * caller's thread, so that the one writer has little to do.
 */
final class Pending {
    final Append append;
    final @Nullable Conversation opening;
    final Instant at;
    final List<String> bodies = new ArrayList<>();
    final List<@Nullable String> turns = new ArrayList<>();
    final List<@Nullable String> grounds = new ArrayList<>();
    final @Nullable String snapshot;
    final CompletableFuture<Appended> outcome = new CompletableFuture<>();

    private Pending(Append append, @Nullable Conversation opening, Instant at) {
        this.append = append;
        this.opening = opening;
        this.at = at;
        for (Draft draft : append.drafts()) {
            bodies.add(LogJson.write(draft.event()));
            turns.add(draft.turn() == null ? null : LogJson.write(draft.turn()));
            grounds.add(draft.grounds());
        }
        Conversation base = opening != null ? opening : append.base();
        this.snapshot = base == null ? null : LogJson.write(base.next(entries(base.header())));
    }

    static Pending append(Append append, Instant at) {
        return new Pending(append, null, at);
    }

    static Pending open(Header start, @Nullable Language language, List<Draft> drafts) {
        Append append = new Append(start.id(), null, io.attune.conversation.Guard.NONE, drafts, List.of(), null);
        return new Pending(append, Conversation.start(start, language), start.createdAt());
    }

    /** The drafts as the entries that follow {@code head}. */
    List<Entry> entries(Header head) {
        var entries = new ArrayList<Entry>();
        for (Draft draft : append.drafts()) {
            entries.add(new Entry(head.head() + entries.size() + 1, at, draft.event(), draft.turn()));
        }
        return entries;
    }
}
