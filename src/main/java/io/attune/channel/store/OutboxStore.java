package io.attune.channel.store;

import io.attune.channel.Cursor;
import io.attune.channel.Letter;
import io.attune.channel.Letter.State;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The letters and cursors in the one database. Every change says what it expects, so that several nodes may work. */
@Singleton
public class OutboxStore {
    private static final String LETTER =
            "select id, channel, route, conv, seq, part, state, attempts, next_at, external,"
                    + " fault, created_at from outbound ";
    /** Those that are still to be delivered. */
    private static final String OPEN = Stream.of(State.values())
            .filter(State::isOpen)
            .map(state -> "" + state.ordinal())
            .collect(Collectors.joining(",", " standing in (", ") "));

    private final Database database;

    public OutboxStore(Database database) {
        this.database = database;
    }

    /**
     * The first open letter of a route: the only one that may be sent. Of several conversations the one that was read first;
     * within it, the order of the log, whatever the clocks of the nodes that read it said.
     */
    public Optional<Letter> first(String channel, String route) {
        return letters(
                        "where channel = ? and route = ? and" + OPEN + "order by created_at, seq, part limit 1",
                        channel,
                        route)
                .stream()
                .findFirst()
                .flatMap(earliest -> letters(
                                "where channel = ? and route = ? and conv = ? and" + OPEN
                                        + "order by seq, part limit 1",
                                channel,
                                route,
                                earliest.conv())
                        .stream()
                        .findFirst());
    }

    /** Letters of a conversation after an entry, in order. */
    public List<Letter> of(String conv, long after) {
        return letters("where conv = ? and seq > ? order by seq, part", conv, after);
    }

    /** By our own id or the provider's. */
    public Optional<Letter> find(String channel, @Nullable String id, @Nullable String external) {
        Optional<Letter> byId = id == null
                ? Optional.empty()
                : letters("where channel = ? and id = ?", channel, id).stream().findFirst();
        return byId.isPresent() || external == null
                ? byId
                : letters("where channel = ? and external = ?", channel, external).stream()
                        .findFirst();
    }

    /** Routes with something to be tried by now. */
    public List<String> due(String channel, Instant now, int limit) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select distinct route from outbound where channel = ? and next_at <= ? and"
                                        + OPEN + "limit ?")
                                .bind(0, channel)
                                .bind(1, now.toEpochMilli())
                                .bind(2, limit)
                                .mapTo(String.class)
                                .list());
    }

    /** Begins an attempt, unless somebody else has. */
    public boolean take(Letter letter, Instant until, Instant now) {
        return database.jdbi()
                        .withHandle(h -> h.createUpdate("""
                                update outbound set state = 'sending', standing = :sending, attempts = attempts + 1,
                                    next_at = :until, changed_at = :now
                                where id = :id and state = :state and attempts = :attempts and next_at = :nextAt""")
                                .bind("sending", State.SENDING.ordinal())
                                .bind("until", until.toEpochMilli())
                                .bind("now", now.toEpochMilli())
                                .bind("id", letter.id())
                                .bind("state", letter.state().code())
                                .bind("attempts", letter.attempts())
                                .bind("nextAt", letter.nextAt().toEpochMilli())
                                .execute())
                == 1;
    }

    /**
     * Sets what became of an attempt. News that has come meanwhile and says more is left alone.
     *
     * @param below change it only while it stands below this
     */
    public boolean set(Letter changed, State below, Instant now) {
        return database.jdbi()
                        .withHandle(h -> h.createUpdate("""
                                update outbound set state = :state, standing = :standing, attempts = :attempts,
                                    next_at = :nextAt, external = coalesce(:external, external), fault = :fault,
                                    changed_at = :now
                                where id = :id and standing < :below""")
                                .bind("state", changed.state().code())
                                .bind("standing", changed.state().ordinal())
                                .bind("attempts", changed.attempts())
                                .bind("nextAt", changed.nextAt().toEpochMilli())
                                .bind("external", changed.externalId())
                                .bind("fault", changed.fault())
                                .bind("now", now.toEpochMilli())
                                .bind("id", changed.id())
                                .bind("below", below.ordinal())
                                .execute())
                == 1;
    }

    /** Held letters of a route are to be tried again. How many there were. */
    public int release(String channel, String route, Instant now) {
        return database.jdbi()
                .withHandle(h -> h.createUpdate("""
                        update outbound set state = 'waiting', standing = :waiting, next_at = :now, changed_at = :now
                        where channel = :channel and route = :route and state = 'held'""")
                        .bind("waiting", State.WAITING.ordinal())
                        .bind("now", now.toEpochMilli())
                        .bind("channel", channel)
                        .bind("route", route)
                        .execute());
    }

    /** What has been held since before then is not delivered any more. */
    public void giveUpHeld(String channel, Instant before, Instant now) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        update outbound set state = 'failed', standing = :failed, changed_at = :now
                        where channel = :channel and state = 'held' and created_at < :before""")
                        .bind("failed", State.FAILED.ordinal())
                        .bind("now", now.toEpochMilli())
                        .bind("channel", channel)
                        .bind("before", before.toEpochMilli())
                        .execute());
    }

    public Optional<Cursor> cursor(String channel, String conv) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from outbound_cursor where channel = ? and conv = ?")
                        .bind(0, channel)
                        .bind(1, conv)
                        .map((row, context) -> new Cursor(
                                row.getString("channel"),
                                row.getString("conv"),
                                row.getString("route"),
                                row.getLong("seq"),
                                row.getBoolean("active")))
                        .findFirst());
    }

    /** Starts to follow a log after {@code seq}, or leads what is followed already to another route. */
    public void follow(String channel, String conv, String route, long seq) {
        database.jdbi().useHandle(h -> {
            String redirect = "update outbound_cursor set route = ? where channel = ? and conv = ?";
            if (h.execute(redirect, route, channel, conv) == 0) {
                // Two at once: one of them adds it, the other finds it there.
                h.execute("""
                        insert into outbound_cursor (channel, conv, route, seq, active)
                        select ?, ?, ?, ?, false where not exists
                            (select 1 from outbound_cursor where channel = ? and conv = ?)""", channel, conv, route, seq, channel, conv);
            }
        });
    }

    /** Moves a cursor on together with the letters of what it passed; false when somebody else has. */
    public boolean advance(Cursor from, Cursor to, List<Letter> letters) {
        return database.jdbi().inTransaction(h -> {
            int moved = h.createUpdate("""
                            update outbound_cursor set seq = :to, active = :active
                            where channel = :channel and conv = :conv and seq = :from""")
                    .bind("to", to.seq())
                    .bind("active", to.active())
                    .bind("channel", from.channel())
                    .bind("conv", from.conv())
                    .bind("from", from.seq())
                    .execute();
            if (moved == 1) {
                letters.forEach(letter -> insert(h, letter));
            }
            return moved == 1;
        });
    }

    private static void insert(Handle handle, Letter letter) {
        handle.execute(
                "insert into outbound (id, channel, route, conv, seq, part, state, standing, attempts, next_at,"
                        + " created_at, changed_at) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                letter.id(),
                letter.channel(),
                letter.route(),
                letter.conv(),
                letter.seq(),
                letter.part(),
                letter.state().code(),
                letter.state().ordinal(),
                letter.attempts(),
                letter.nextAt().toEpochMilli(),
                letter.createdAt().toEpochMilli(),
                letter.createdAt().toEpochMilli());
    }

    /** Conversations whose log has gone on since it was read. One look at both tables, rather than one for each log. */
    public List<String> behind(String channel, int limit) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select c.conv from outbound_cursor c join conversation v on v.id = c.conv"
                                        + " where c.channel = ? and c.seq < v.head limit ?")
                                .bind(0, channel)
                                .bind(1, limit)
                                .mapTo(String.class)
                                .list());
    }

    /** Forgets what has been settled or held for too long, and cursors of logs that are gone. */
    public void forget(Instant before) {
        database.jdbi().useHandle(h -> {
            h.execute("delete from outbound where changed_at < ?", before.toEpochMilli());
            h.execute("delete from outbound_cursor where conv not in (select id from conversation)");
        });
    }

    /** Forgets everything that went to a route. */
    public void erase(String channel, String route) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from outbound where channel = ? and route = ?", channel, route);
            h.execute("delete from outbound_cursor where channel = ? and route = ?", channel, route);
        });
    }

    private List<Letter> letters(String where, Object... values) {
        return database.jdbi().withHandle(h -> {
            var query = h.createQuery(LETTER + where);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.reduceRows(new java.util.ArrayList<Letter>(), (all, row) -> {
                all.add(letter(row));
                return all;
            });
        });
    }

    private static Letter letter(RowView row) {
        return new Letter(
                row.getColumn("id", String.class),
                row.getColumn("channel", String.class),
                row.getColumn("route", String.class),
                row.getColumn("conv", String.class),
                row.getColumn("seq", Long.class),
                row.getColumn("part", Integer.class),
                State.read(row.getColumn("state", String.class)),
                row.getColumn("attempts", Integer.class),
                Instant.ofEpochMilli(row.getColumn("next_at", Long.class)),
                row.getColumn("external", String.class),
                row.getColumn("fault", String.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)));
    }
}
