package io.attune.access.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sign-ins by another server that have begun and not ended, each by the hash of its state. */
@Singleton
public class LoginStore {
    private final Database database;

    LoginStore(Database database) {
        this.database = database;
    }

    /**
     * @param browser hash of what the browser keeps
     * @param nonce that the ID token must carry
     * @param verifier of the code (RFC 7636)
     * @param expiresAt milliseconds since 1970
     */
    public record Login(String browser, String nonce, String verifier, long expiresAt) {}

    public void add(String state, Login login, long now) {
        database.jdbi().useTransaction(h -> {
            h.execute("delete from oidc_login where expires_at < ?", now);
            h.execute(
                    "insert into oidc_login (state, browser, nonce, verifier, expires_at) values (?, ?, ?, ?, ?)",
                    state,
                    login.browser(),
                    login.nonce(),
                    login.verifier(),
                    login.expiresAt());
        });
    }

    /** Takes a sign-in away: each ends once. */
    public Optional<Login> take(String state, long now) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select browser, nonce, verifier, expires_at from oidc_login where state = :state")
                        .bind("state", state)
                        .map((row, context) ->
                                new Login(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                        .findOne()
                        .filter(found -> h.execute("delete from oidc_login where state = ?", state) == 1)
                        .filter(found -> found.expiresAt() >= now));
    }
}
