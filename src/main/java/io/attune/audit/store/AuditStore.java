package io.attune.audit.store;

import io.attune.audit.AuditLine;
import io.attune.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The rows of the audit. There is no way here to change or remove one. */
public final class AuditStore {
    private static final String COLUMNS = "select seq, at, actor, role, action, subject, hash from audit ";
    private final Database database;

    public AuditStore(Database database) {
        this.database = database;
    }

    /** Makes the line after the one with this number and hash. */
    public interface Next {
        AuditLine after(long seq, String hashBefore);
    }

    /** Prepares an empty audit. The secret that is kept from then on. */
    public String start(String firstHash, String secret) {
        return database.jdbi().inTransaction(h -> {
            h.createUpdate("""
                            insert into audit_head (id, seq, hash, secret)
                            select 1, 0, cast(? as varchar(64)), cast(? as varchar(128))
                            where not exists (select 1 from audit_head where id = 1)""").bind(0, firstHash).bind(1, secret).execute();
            return h.createQuery("select secret from audit_head where id = 1")
                    .mapTo(String.class)
                    .one();
        });
    }

    private record Head(long seq, String hash) {}

    /** One at a time, on whichever node. */
    public AuditLine add(Next next) {
        return database.jdbi().inTransaction(h -> {
            Head head = h.createQuery("select seq, hash from audit_head where id = 1 for update")
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                    .one();
            AuditLine line = next.after(head.seq() + 1, head.hash());
            h.execute(
                    "insert into audit (seq, at, actor, role, action, subject, hash) values (?, ?, ?, ?, ?, ?, ?)",
                    line.seq(),
                    line.at().toEpochMilli(),
                    line.actor(),
                    line.role(),
                    line.action(),
                    line.subject(),
                    line.hash());
            h.execute("update audit_head set seq = ?, hash = ? where id = 1", line.seq(), line.hash());
            return line;
        });
    }

    public boolean isHead(long seq, String hash) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select seq, hash from audit_head where id = 1")
                        .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                        .one()
                        .equals(new Head(seq, hash)));
    }

    public List<AuditLine> after(long seq, int limit) {
        return query(COLUMNS + "where seq > ? order by seq limit ?", seq, limit);
    }

    public List<AuditLine> of(String subject, int limit) {
        return query(COLUMNS + "where subject = ? order by seq desc limit ?", subject, limit);
    }

    public List<AuditLine> newest(int limit) {
        return query(COLUMNS + "order by seq desc limit ?", limit);
    }

    private List<AuditLine> query(String sql, Object... values) {
        return database.jdbi().withHandle(h -> {
            var query = h.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map((row, context) -> line(row)).list();
        });
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                text(row, 7));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), "a column that is never null");
    }
}
