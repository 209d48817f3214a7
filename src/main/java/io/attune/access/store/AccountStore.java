package io.attune.access.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Operator accounts and their sessions. */
@Singleton
public class AccountStore {
    private static final String COLUMNS = "a.username, a.name, a.role, a.password, a.source, a.disabled";

    private final Database database;

    AccountStore(Database database) {
        this.database = database;
    }

    /** Where an account comes from. */
    public enum Source {
        /** Made by an administrator. */
        HERE,
        SETTINGS,
        DEMO,
        OIDC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param name for people
     * @param password bcrypt; nothing matches an empty one
     * @param disabled may not come in
     */
    public record Account(String username, String name, String role, String password, Source source, boolean disabled) {
        public Account withDisabled(boolean now) {
            return new Account(username, name, role, password, source, now);
        }
    }

    public Optional<Account> find(String username) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select " + COLUMNS + " from account a where a.username = :username")
                        .bind("username", username)
                        .map(AccountStore::account)
                        .findOne());
    }

    /** By user name. */
    public List<Account> all() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select " + COLUMNS + " from account a order by a.username")
                        .map(AccountStore::account)
                        .list());
    }

    /** Makes the account, or replaces it. Whoever may not come in any more is out: sessions and tickets end with it. */
    public void put(Account account) {
        database.jdbi().useTransaction(h -> {
            if (write(h, account, """
                    update account set name = :name, role = :role, password = :password, demo = :demo,
                        source = :source, disabled = :disabled
                    where username = :username""") == 0) {
                write(h, account, """
                        insert into account (username, name, role, password, demo, source, disabled)
                        values (:username, :name, :role, :password, :demo, :source, :disabled)""");
            }
            if (account.disabled()) {
                signOut(h, account.username());
            }
        });
    }

    private static int write(Handle h, Account account, String sql) {
        return h.createUpdate(sql)
                .bind("username", account.username())
                .bind("name", account.name())
                .bind("role", account.role())
                .bind("password", account.password())
                .bind("demo", account.source() == Source.DEMO)
                .bind("source", account.source().code())
                .bind("disabled", account.disabled())
                .execute();
    }

    public void remove(String username) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from account where username = ?", username);
            signOut(h, username);
        });
    }

    /** Ends every session of a user. */
    public void signOut(String username) {
        database.jdbi().useTransaction(h -> signOut(h, username));
    }

    private static void signOut(Handle h, String username) {
        h.execute("delete from session where username = ?", username);
        h.execute("delete from ticket where kind = 'agent' and subject = ?", username);
    }

    public boolean hasDemoAccounts() {
        return database.jdbi()
                        .withHandle(h -> h.createQuery("select count(*) from account where demo = true")
                                .mapTo(Integer.class)
                                .one())
                > 0;
    }

    public void openSession(String hash, String username, long expiresAt) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "insert into session (secret, username, expires_at) values (?, ?, ?)",
                        hash,
                        username,
                        expiresAt));
    }

    public void closeSession(String hash) {
        database.jdbi().useHandle(h -> h.execute("delete from session where secret = ?", hash));
    }

    /** The account that a session belongs to, while it lasts and the account may come in. */
    public Optional<Account> ofSession(String hash, long now) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select " + COLUMNS + """
                         from session s join account a on a.username = s.username
                        where s.secret = :hash and s.expires_at > :now and a.disabled = false""")
                        .bind("hash", hash)
                        .bind("now", now)
                        .map(AccountStore::account)
                        .findOne());
    }

    public void dropExpiredSessions(long now) {
        database.jdbi().useHandle(h -> h.execute("delete from session where expires_at <= ?", now));
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Source.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getBoolean(6));
    }
}
