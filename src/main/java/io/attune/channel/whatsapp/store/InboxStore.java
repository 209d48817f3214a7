package io.attune.channel.whatsapp.store;

import io.attune.channel.whatsapp.Event;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What webhooks brought, until it has been worked on; and its ids for longer, to recognise a repetition. */
@Singleton
public class InboxStore {
    private final Database database;

    public InboxStore(Database database) {
        this.database = database;
    }

    /** @param conv where the message goes, once that is decided */
    public record Waiting(
            String id,
            String lane,
            Instant arrived,
            String body,
            @Nullable String conv,
            String state,
            int attempts,
            Instant due) {}

    /** Stores what is new. How many were. When this returns, they survive the process. */
    public int add(List<Event> events, Instant now) {
        try {
            return database.jdbi().inTransaction(h -> {
                int added = 0;
                for (Event event : events) {
                    added += insert(h, event, now);
                }
                return added;
            });
        } catch (UnableToExecuteStatementException clash) {
            // Somebody has just stored one of them: each by itself, then.
            return events.stream().mapToInt(event -> addOne(event, now)).sum();
        }
    }

    private int addOne(Event event, Instant now) {
        try {
            return database.jdbi().withHandle(h -> insert(h, event, now));
        } catch (UnableToExecuteStatementException e) {
            boolean there = database.jdbi()
                            .withHandle(h -> h.createQuery("select count(*) from whatsapp_inbox where id = ?")
                                    .bind(0, event.id())
                                    .mapTo(Integer.class)
                                    .one())
                    > 0;
            if (there) {
                return 0;
            }
            throw e;
        }
    }

    private static int insert(Handle handle, Event event, Instant now) {
        return handle.execute(
                """
                insert into whatsapp_inbox (id, lane, at, arrived, body, state, attempts, due)
                select ?, ?, ?, ?, ?, 'new', 0, ? where not exists (select 1 from whatsapp_inbox where id = ?)""",
                event.id(),
                event.lane(),
                event.at(),
                now.toEpochMilli(),
                event.body().toString(),
                now.toEpochMilli(),
                event.id());
    }

    /** The earliest of a lane by the provider's time, and by arrival within a second. */
    public Optional<Waiting> first(String lane) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select id, lane, arrived, body, conv, state, attempts, due from whatsapp_inbox"
                                        + " where lane = ? and state <> 'done' order by at, arrived, id limit 1")
                        .bind(0, lane)
                        .map((row, context) -> new Waiting(
                                row.getString(1),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getInt(7),
                                Instant.ofEpochMilli(row.getLong(8))))
                        .findFirst());
    }

    /** Takes it to work on it; false when somebody else has. */
    public boolean take(Waiting waiting, Instant until) {
        return database.jdbi()
                        .withHandle(h -> h.execute(
                                "update whatsapp_inbox set state = 'taken', attempts = attempts + 1,"
                                        + " due = ? where id = ? and state = ? and attempts = ? and due = ?",
                                until.toEpochMilli(),
                                waiting.id(),
                                waiting.state(),
                                waiting.attempts(),
                                waiting.due().toEpochMilli()))
                == 1;
    }

    /** Where its message goes, so that an attempt after a crash takes the same conversation. */
    public void goesTo(String id, String conv) {
        database.jdbi().useHandle(h -> h.execute("update whatsapp_inbox set conv = ? where id = ?", conv, id));
    }

    /** It has been worked on: only its id is kept. */
    public void done(String id) {
        database.jdbi()
                .useHandle(h -> h.execute("update whatsapp_inbox set state = 'done', body = null where id = ?", id));
    }

    /** It is tried again later. */
    public void again(String id, Instant due) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update whatsapp_inbox set state = 'new', due = ? where id = ?", due.toEpochMilli(), id));
    }

    /** Lanes with something to do by now. */
    public List<String> due(Instant now, int limit) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select distinct lane from whatsapp_inbox where state <> 'done' and due <= ? limit ?")
                        .bind(0, now.toEpochMilli())
                        .bind(1, limit)
                        .mapTo(String.class)
                        .list());
    }

    /** On a database of our own, whatever was taken when we start was taken by a process that is gone. */
    public void takeBack(Instant now) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update whatsapp_inbox set state = 'new', due = ? where state = 'taken'", now.toEpochMilli()));
    }

    public void forget(Instant before) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "delete from whatsapp_inbox where state = 'done' and arrived < ?", before.toEpochMilli()));
    }
}
