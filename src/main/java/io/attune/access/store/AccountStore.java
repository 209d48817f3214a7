package io.attune.access.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Operator accounts and their sessions. */
@Singleton
public class AccountStore {
    private final Database database;

    AccountStore(Database database) {
        this.database = database;
    }

    /**
     * @param name for people
     * @param password bcrypt
     * @param demo made by demo mode
     */
    public record Account(String username, String name, String role, String password, boolean demo) {}

    public Optional<Account> find(String username) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select username, name, role, password, demo from account where username = :username")
                        .bind("username", username)
                        .map(AccountStore::account)
                        .findOne());
    }

    /** Makes the account, or replaces it. */
    public void put(Account account) {
        database.jdbi().useTransaction(h -> {
            if (write(h, account, """
                    update account set name = :name, role = :role, password = :password, demo = :demo
                    where username = :username""") == 0) {
                write(h, account, """
                        insert into account (username, name, role, password, demo)
                        values (:username, :name, :role, :password, :demo)""");
            }
        });
    }

    private static int write(Handle h, Account account, String sql) {
        return h.createUpdate(sql)
                .bind("username", account.username())
                .bind("name", account.name())
                .bind("role", account.role())
                .bind("password", account.password())
                .bind("demo", account.demo())
                .execute();
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

    /** The account that a session belongs to, while it lasts. */
    public Optional<Account> ofSession(String hash, long now) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("""
                        select a.username, a.name, a.role, a.password, a.demo
                        from session s join account a on a.username = s.username
                        where s.secret = :hash and s.expires_at > :now""")
                        .bind("hash", hash)
                        .bind("now", now)
                        .map(AccountStore::account)
                        .findOne());
    }

    public void dropExpiredSessions(long now) {
        database.jdbi().useHandle(h -> h.execute("delete from session where expires_at <= ?", now));
    }

    private static Account account(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        return new Account(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
