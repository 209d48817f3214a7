package io.attune.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.channel.Letter.State;
import io.attune.channel.store.OutboxStore;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.message.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes letters of what a log says, and reads again what a letter says when it is sent. */
final class LogReader {
    private static final int PAGE = 200;

    private final OutboxStore store;
    private final ConversationLog log;
    private final Carrier carrier;
    private final Clock clock;
    /** Spares a look at the database for each commit of conversations on other channels. Other nodes may know better. */
    private final Cache<String, Boolean> followed = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    LogReader(OutboxStore store, ConversationLog log, Carrier carrier, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.log = log;
        this.carrier = carrier;
    }

    void followed(String conv) {
        followed.put(conv, true);
    }

    /** Whether a commit may hold something for this channel; wrong only in saying yes. */
    boolean mayConcern(Appended.Done commit) {
        return !Boolean.FALSE.equals(followed.getIfPresent(commit.header().id()))
                && commit.entries().stream()
                        .anyMatch(entry ->
                                Outward.said(entry.event(), Language.EN).isPresent());
    }

    /** Reads on. The routes that have something new. */
    List<String> read(String conv) {
        Optional<Cursor> found = store.cursor(carrier.channel(), conv);
        followed.put(conv, found.isPresent());
        if (found.isEmpty()) {
            return List.of();
        }
        Cursor cursor = found.get();
        boolean more = true;
        boolean written = false;
        while (more) {
            List<Entry> entries = log.read(conv, cursor.seq(), PAGE);
            more = entries.size() == PAGE;
            if (!entries.isEmpty()) {
                var letters = new ArrayList<Letter>();
                Cursor next = pass(cursor, entries, letters, clock.instant());
                if (!store.advance(cursor, next, letters)) {
                    // Somebody else has read these; what they have not seen is still to be read.
                    return read(conv);
                }
                written |= !letters.isEmpty();
                cursor = next;
            }
        }
        return written ? List.of(cursor.route()) : List.of();
    }

    private Cursor pass(Cursor cursor, List<Entry> entries, List<Letter> letters, Instant now) {
        boolean active = cursor.active();
        for (Entry entry : entries) {
            active = Outward.active(active, entry, carrier.channel());
            int parts = active ? pieces(cursor.conv(), entry).size() : 0;
            for (int part = 0; part < parts; part++) {
                letters.add(new Letter(
                        Letter.id(cursor.conv(), entry.seq(), part),
                        carrier.channel(),
                        cursor.route(),
                        cursor.conv(),
                        entry.seq(),
                        part,
                        State.WAITING,
                        0,
                        now,
                        null,
                        null,
                        now));
            }
        }
        return new Cursor(
                cursor.channel(),
                cursor.conv(),
                cursor.route(),
                entries.getLast().seq(),
                active);
    }

    /** What a letter says; empty when the conversation has been erased. */
    Optional<Piece> piece(Letter letter) {
        return log.read(letter.conv(), letter.seq() - 1, 1).stream()
                .flatMap(entry -> pieces(letter.conv(), entry).stream()
                        .skip(letter.part())
                        .limit(1))
                .findFirst();
    }

    private List<Piece> pieces(String conv, Entry entry) {
        Language language = log.load(conv)
                .flatMap(state -> Optional.ofNullable(state.language()))
                .orElse(Language.EN);
        return Outward.said(entry.event(), language)
                .map(content -> Ladder.pieces(content, carrier.shows(), language))
                .orElse(List.of());
    }
}
