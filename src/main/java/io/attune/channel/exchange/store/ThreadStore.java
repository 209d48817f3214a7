package io.attune.channel.exchange.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The senders of such channels, each with the conversation that they are in. */
@Singleton
public class ThreadStore {
    private final Database database;

    ThreadStore(Database database) {
        this.database = database;
    }

    /** @param seen seq up to which the sender has been told */
    public record Thread(String channel, String sender, String customer, String conv, long seen) {}

    public Optional<Thread> find(String channel, String sender) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select channel, sender, customer, conv, seen from exchange_thread"
                                + " where channel = ? and sender = ?")
                        .bind(0, channel)
                        .bind(1, sender)
                        .map((row, context) -> new Thread(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)))
                        .findOne());
    }

    /** The sender is in this conversation from now on. Of several who say so at once, the first counts. */
    public void put(Thread thread) {
        try {
            insert(thread);
        } catch (UnableToExecuteStatementException e) {
            // Somebody was quicker, or it failed for good.
            if (find(thread.channel(), thread.sender()).isEmpty()) {
                throw e;
            }
        }
    }

    private void insert(Thread thread) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "delete from exchange_thread where channel = ? and sender = ? and conv <> ?",
                    thread.channel(),
                    thread.sender(),
                    thread.conv());
            h.createUpdate("""
                    insert into exchange_thread (channel, sender, customer, conv, seen)
                    select :channel, :sender, :customer, :conv, :seen
                    where not exists (select 1 from exchange_thread where channel = :channel and sender = :sender)""")
                    .bind("channel", thread.channel())
                    .bind("sender", thread.sender())
                    .bind("customer", thread.customer())
                    .bind("conv", thread.conv())
                    .bind("seen", thread.seen())
                    .execute();
        });
    }

    /** Takes what stands between, to tell it; of several requests one gets it. */
    public boolean take(Thread thread, long upTo) {
        return database.jdbi()
                        .withHandle(h -> h.execute(
                                "update exchange_thread set seen = ? where channel = ? and sender = ? and conv = ? and seen = ?",
                                upTo,
                                thread.channel(),
                                thread.sender(),
                                thread.conv(),
                                thread.seen()))
                == 1;
    }

    public List<String> channelsOf(String customer) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select distinct channel from exchange_thread where customer = ? order by channel")
                        .bind(0, customer)
                        .mapTo(String.class)
                        .list());
    }

    public void erase(String customer) {
        database.jdbi().useHandle(h -> h.execute("delete from exchange_thread where customer = ?", customer));
    }
}
