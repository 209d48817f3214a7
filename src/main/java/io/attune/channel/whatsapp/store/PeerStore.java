package io.attune.channel.whatsapp.store;

import io.attune.channel.whatsapp.Peer;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who writes to our numbers, and under which names. */
@Singleton
public class PeerStore {
    private static final String PEER =
            "select id, line, customer, wa_id, user_id, window_until, asked_for, last_inbound from whatsapp_peer ";

    private final Database database;

    public PeerStore(Database database) {
        this.database = database;
    }

    public Optional<Peer> find(String id) {
        return peers("where id = ?", id).stream().findFirst();
    }

    public List<Peer> ofCustomer(String customer) {
        return peers("where customer = ? order by created_at", customer);
    }

    /** By the name that holds longer first. */
    public Optional<Peer> find(String line, @Nullable String userId, @Nullable String waId) {
        return named(line, "user_id", userId).or(() -> named(line, "wa_id", waId));
    }

    /** The same person where they wrote to another of our numbers. */
    public Optional<Peer> elsewhere(@Nullable String userId, @Nullable String waId) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select peer from whatsapp_identity where"
                                + " (kind = 'user_id' and handle = ?) or (kind = 'wa_id' and handle = ?) limit 1")
                        .bind(0, userId)
                        .bind(1, waId)
                        .mapTo(String.class)
                        .findFirst())
                .flatMap(this::find);
    }

    private Optional<Peer> named(String line, String kind, @Nullable String handle) {
        return handle == null
                ? Optional.empty()
                : peers(
                                "where id = (select peer from whatsapp_identity where line = ? and kind = ? and handle = ?)",
                                line,
                                kind,
                                handle)
                        .stream()
                        .findFirst();
    }

    /** Adds somebody new. Fails when one of the names is taken: then look again. */
    public void add(Peer peer, Instant now) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "insert into whatsapp_peer (id, line, customer, wa_id, user_id, window_until, asked_for, last_inbound,"
                            + " created_at) values (?,?,?,?,?,?,?,?,?)",
                    peer.id(),
                    peer.line(),
                    peer.customer(),
                    peer.waId(),
                    peer.userId(),
                    peer.windowUntil().toEpochMilli(),
                    peer.askedFor().toEpochMilli(),
                    peer.lastInbound(),
                    now.toEpochMilli());
            insert(h, peer, "wa_id", peer.waId());
            insert(h, peer, "user_id", peer.userId());
        });
    }

    /** Clashes with whoever has the name: of two who are met at once, one must find the other. */
    private static void insert(Handle handle, Peer peer, String kind, @Nullable String value) {
        if (value != null) {
            handle.execute(
                    "insert into whatsapp_identity (line, kind, handle, peer) values (?,?,?,?)",
                    peer.line(),
                    kind,
                    value,
                    peer.id());
        }
    }

    /** Somebody has a further name, or a new one: it is theirs now, whoever had it before. */
    public void rename(Peer peer, @Nullable String waId, @Nullable String userId) {
        database.jdbi().useTransaction(h -> {
            h.execute(
                    "update whatsapp_peer set wa_id = coalesce(?, wa_id), user_id = coalesce(?, user_id) where id = ?",
                    waId,
                    userId,
                    peer.id());
            name(h, peer, "wa_id", waId);
            name(h, peer, "user_id", userId);
        });
    }

    private static void name(Handle handle, Peer peer, String kind, @Nullable String value) {
        if (value != null) {
            String change = "update whatsapp_identity set peer = ? where line = ? and kind = ? and handle = ?";
            if (handle.execute(change, peer.id(), peer.line(), kind, value) == 0) {
                insert(handle, peer, kind, value);
            }
        }
    }

    /** A number has a new owner, or a person another number: the old name leads nowhere any more. */
    public void unname(String line, String kind, String handle) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "delete from whatsapp_identity where line = ? and kind = ? and handle = ?",
                        line,
                        kind,
                        handle));
    }

    /** They have written: the window opens, and this is what a read mark names. */
    public void heard(String id, String message, Instant windowUntil) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update whatsapp_peer set last_inbound = ?, window_until = greatest(window_until, ?) where id = ?",
                        message,
                        windowUntil.toEpochMilli(),
                        id));
    }

    /** The provider says that the window is over, earlier than we thought. */
    public void windowOver(String id, Instant at) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "update whatsapp_peer set window_until = least(window_until, ?) where id = ?",
                        at.toEpochMilli(),
                        id));
    }

    /** A template may be sent for the end of this window: true once. */
    public boolean mayAsk(Peer peer) {
        return database.jdbi()
                        .withHandle(h -> h.execute(
                                "update whatsapp_peer set asked_for = window_until where id = ? and asked_for <> window_until",
                                peer.id()))
                == 1;
    }

    /** It has become known who this is. */
    public void belongsTo(String id, String customer) {
        database.jdbi().useHandle(h -> h.execute("update whatsapp_peer set customer = ? where id = ?", customer, id));
    }

    public void erase(String id) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from whatsapp_identity where peer = ?", id);
            h.execute("delete from whatsapp_peer where id = ?", id);
        });
    }

    private List<Peer> peers(String where, Object... values) {
        return database.jdbi().withHandle(h -> {
            var query = h.createQuery(PEER + where);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map((row, context) -> new Peer(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Instant.ofEpochMilli(row.getLong(6)),
                            Instant.ofEpochMilli(row.getLong(7)),
                            row.getString(8)))
                    .list();
        });
    }
}
