package io.attune.push.store;

import io.attune.database.Database;
import io.attune.push.Device;
import io.attune.push.Due;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Devices, and for each conversation how far each has been told and is to be told. */
@Singleton
public class PushStore {
    private static final RowMapper<Device> DEVICE = (row, context) -> {
        long since = row.getLong("background_since");
        boolean inUse = row.wasNull();
        return new Device(
                row.getString("customer"),
                row.getString("device"),
                row.getString("token"),
                inUse ? null : Instant.ofEpochMilli(since));
    };
    private static final RowMapper<Due> DUE = (row, context) -> new Due(
            row.getString("customer"),
            row.getString("device"),
            row.getString("conv"),
            row.getLong("told"),
            row.getLong("due"),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("next_at")));

    private final Database database;

    public PushStore(Database database) {
        this.database = database;
    }

    public Optional<Device> find(String customer, String id) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from push_device where customer = ? and device = ?")
                        .bind(0, customer)
                        .bind(1, id)
                        .map(DEVICE)
                        .findOne());
    }

    public List<Device> of(String customer) {
        return devices("where customer = ?", customer);
    }

    public List<Device> inBackground(String customer) {
        return devices("where customer = ? and background_since is not null", customer);
    }

    public List<Device> inBackground() {
        return devices("where background_since is not null", null);
    }

    private List<Device> devices(String where, @Nullable String customer) {
        return database.jdbi().withHandle(h -> {
            var query = h.createQuery("select * from push_device " + where);
            return (customer == null ? query : query.bind(0, customer))
                    .map(DEVICE)
                    .list();
        });
    }

    /** Keeps a device; one that comes to the front has nothing more to be told. */
    public void put(Device device, Instant now) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from push_device where customer = ? and device = ?", device.customer(), device.id());
            Instant since = device.backgroundSince();
            h.createUpdate("""
                            insert into push_device (customer, device, token, background_since, changed_at)
                            values (:customer, :device, :token, :since, :now)""")
                    .bind("customer", device.customer())
                    .bind("device", device.id())
                    .bind("token", device.token())
                    .bind("since", since == null ? null : Long.valueOf(since.toEpochMilli()))
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (since == null) {
                h.execute(
                        "update push_mark set next_at = null where customer = ? and device = ?",
                        device.customer(),
                        device.id());
            }
        });
    }

    public void remove(String customer, String id) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from push_mark where customer = ? and device = ?", customer, id);
            h.execute("delete from push_device where customer = ? and device = ?", customer, id);
        });
    }

    public void erase(String customer) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from push_mark where customer = ?", customer);
            h.execute("delete from push_device where customer = ?", customer);
        });
    }

    /** Up to where a device has been told of a conversation, or is about to be. */
    public long told(Device device, String conv) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select case when next_at is null then told else due end from push_mark"
                                + " where customer = ? and device = ? and conv = ?")
                        .bind(0, device.customer())
                        .bind(1, device.id())
                        .bind(2, conv)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** The device is to be told up to {@code seq}. What is already waiting goes at its own time, and tells this too. */
    public void due(Device device, String conv, long seq, Instant at) {
        database.jdbi().useTransaction(h -> {
            int raised = h.execute(
                    "update push_mark set due = ?, next_at = coalesce(next_at, ?)"
                            + " where customer = ? and device = ? and conv = ? and due < ?",
                    seq,
                    at.toEpochMilli(),
                    device.customer(),
                    device.id(),
                    conv,
                    seq);
            if (raised == 0 && !isKnown(h, device, conv)) {
                h.execute(
                        "insert into push_mark (customer, device, conv, told, due, attempts, next_at)"
                                + " values (?, ?, ?, 0, ?, 0, ?)",
                        device.customer(),
                        device.id(),
                        conv,
                        seq,
                        at.toEpochMilli());
            }
        });
    }

    private static boolean isKnown(Handle handle, Device device, String conv) {
        return handle.createQuery("select 1 from push_mark where customer = ? and device = ? and conv = ?")
                .bind(0, device.customer())
                .bind(1, device.id())
                .bind(2, conv)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What is due now, each given to one node alone until {@code lease}. */
    public List<Due> take(Instant now, Instant lease, int most) {
        return database.jdbi().inTransaction(h -> {
            var taken = new ArrayList<Due>();
            for (Due due : h.createQuery("select * from push_mark where next_at <= ? order by next_at limit " + most)
                    .bind(0, now.toEpochMilli())
                    .map(DUE)
                    .list()) {
                if (change(h, due, "next_at = ?", lease.toEpochMilli())) {
                    taken.add(due);
                }
            }
            return taken;
        });
    }

    private static boolean change(Handle handle, Due due, String set, long value) {
        return handle.execute(
                        "update push_mark set " + set
                                + " where customer = ? and device = ? and conv = ? and next_at = ?",
                        value,
                        due.customer(),
                        due.device(),
                        due.conv(),
                        due.nextAt().toEpochMilli())
                == 1;
    }

    /** Told, or given up. What came in the meantime is due at once. */
    public void settled(Due due) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update push_mark set told = ?, attempts = 0,"
                                + " next_at = case when due > ? and next_at is not null then 0 else null end"
                                + " where customer = ? and device = ? and conv = ?",
                        due.seq(),
                        due.seq(),
                        due.customer(),
                        due.device(),
                        due.conv()));
    }

    public void failed(Due due, Instant next) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update push_mark set attempts = attempts + 1, next_at = ?"
                                + " where customer = ? and device = ? and conv = ? and next_at is not null",
                        next.toEpochMilli(),
                        due.customer(),
                        due.device(),
                        due.conv()));
    }
}
