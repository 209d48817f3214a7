package io.attune.channel.helpdesk.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The cursors in the one database. Every change says what it expects, so that several nodes may work. */
@Singleton
public class CursorStore {
    private final Database database;

    public CursorStore(Database database) {
        this.database = database;
    }

    /** @param sent seq up to which the helpdesk has been told */
    public record Cursor(String conv, long sent, int attempts) {}

    /** The conversation is told of from now on, from its first entry. Nothing happens when it was before. */
    public void follow(String conv, String customer) {
        try {
            insert(conv, customer);
        } catch (UnableToExecuteStatementException e) {
            // Somebody was quicker, or it failed for good.
            if (!raise(conv)) {
                throw e;
            }
        }
    }

    private void insert(String conv, String customer) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        insert into helpdesk_cursor (conv, customer, sent, behind, attempts, next_at)
                        select :conv, :customer, 0, true, 0, 0
                        where not exists (select 1 from helpdesk_cursor where conv = :conv)""")
                        .bind("conv", conv)
                        .bind("customer", customer)
                        .execute());
    }

    /** Whether the conversation is told of; if so, there is something to tell. */
    public boolean raise(String conv) {
        return database.jdbi()
                        .withHandle(h -> h.execute("update helpdesk_cursor set behind = true where conv = ?", conv))
                == 1;
    }

    /**
     * After a start: anything may have happened.
     *
     * @param alone no other node may be telling of one right now
     */
    public void raiseAll(boolean alone) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update helpdesk_cursor set behind = true" + (alone ? ", attempts = 0, next_at = 0" : "")));
    }

    /** Whether there is something to tell of it by now. */
    public boolean isDue(String conv, Instant now) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                        "select count(*) from helpdesk_cursor where conv = ? and behind = true and next_at <= ?")
                                .bind(0, conv)
                                .bind(1, now.toEpochMilli())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Conversations with something to tell by now. */
    public List<String> due(Instant now, int limit) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select conv from helpdesk_cursor where behind = true and next_at <= ?"
                                + " order by next_at limit ?")
                        .bind(0, now.toEpochMilli())
                        .bind(1, limit)
                        .mapTo(String.class)
                        .list());
    }

    /** Takes a conversation to tell of it, unless somebody else has or it is not due. It is marked as told for now. */
    public Optional<Cursor> take(String conv, Instant now, Duration lease) {
        return database.jdbi().inTransaction(h -> {
            int taken = h.execute(
                    "update helpdesk_cursor set next_at = ?, behind = false where conv = ? and behind = true and next_at <= ?",
                    now.plus(lease).toEpochMilli(),
                    conv,
                    now.toEpochMilli());
            return taken == 0
                    ? Optional.empty()
                    : h.createQuery("select conv, sent, attempts from helpdesk_cursor where conv = ?")
                            .bind(0, conv)
                            .map((row, context) -> new Cursor(row.getString(1), row.getLong(2), row.getInt(3)))
                            .findOne();
        });
    }

    /** An entry was told. */
    public void told(String conv, long seq) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update helpdesk_cursor set sent = ?, attempts = 0 where conv = ? and sent < ?",
                        seq,
                        conv,
                        seq));
    }

    /** Everything was told that stood there. */
    public void rest(String conv) {
        database.jdbi().useHandle(h -> h.execute("update helpdesk_cursor set next_at = 0 where conv = ?", conv));
    }

    /** The next was not taken: to be tried again. */
    public void again(String conv, int attempts, Instant at) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update helpdesk_cursor set behind = true, attempts = ?, next_at = ? where conv = ?",
                        attempts,
                        at.toEpochMilli(),
                        conv));
    }

    public List<String> of(String customer) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select conv from helpdesk_cursor where customer = ? order by conv")
                        .bind(0, customer)
                        .mapTo(String.class)
                        .list());
    }

    public void erase(String customer) {
        database.jdbi().useHandle(h -> h.execute("delete from helpdesk_cursor where customer = ?", customer));
    }
}
