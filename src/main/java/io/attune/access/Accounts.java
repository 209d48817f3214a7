package io.attune.access;

import io.attune.access.store.AccountStore;
import io.attune.access.store.AccountStore.Account;
import io.attune.access.store.AccountStore.Source;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operators' accounts, as administrators keep them. */
@Singleton
public class Accounts {
    static final int SHORTEST_PASSWORD = 12;
    /** bcrypt reads no more. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int LONGEST_NAME = 128;
    private static final String USER_NAME = "[A-Za-z0-9_.@-]{1,64}";

    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    /** @param changeable name, role and password can be changed here; they come from elsewhere otherwise */
    public record Listed(String user, String name, String role, boolean disabled, String source, boolean changeable) {}

    /** @param password null to keep the one that is there */
    public record Change(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password,
            @Nullable Boolean disabled) {}

    public List<Listed> all() {
        return store.all().stream().map(Accounts::listed).toList();
    }

    public Optional<Listed> find(String user) {
        return store.find(user).map(Accounts::listed);
    }

    private static Listed listed(Account account) {
        return new Listed(
                account.username(),
                account.name(),
                account.role(),
                account.disabled(),
                account.source().code(),
                account.source() == Source.HERE);
    }

    /**
     * Makes an account, or changes one.
     *
     * @param by who does it
     * @throws ProblemException 400 naming what is wrong; 409 for what comes from elsewhere, and for locking out oneself or
     *     the last administrator
     */
    public Listed put(String user, Change change, String by) {
        Optional<Account> before = store.find(user);
        Account now = before.map(known -> changed(known, change)).orElseGet(() -> made(user, change));
        before.ifPresent(known ->
                keepAnAdministrator(known, now.disabled() || !now.role().equals(Roles.ADMIN), by));
        store.put(now);
        before.filter(known ->
                        !known.role().equals(now.role()) || !known.password().equals(now.password()))
                .ifPresent(known -> store.signOut(user));
        return listed(now);
    }

    private static Account made(String user, Change change) {
        var faults = new Faults()
                .need(user.matches(USER_NAME), "user", "must be 1 to 64 of A-Za-z0-9_.@-")
                .need(change.name() != null && !change.name().isBlank(), "name", "is required")
                .need(change.role() != null, "role", "is required")
                .need(change.password() != null, "password", "is required for a new account");
        check(faults, change);
        return new Account(
                user,
                String.valueOf(change.name()),
                String.valueOf(change.role()),
                BcryptUtil.bcryptHash(change.password()),
                Source.HERE,
                Boolean.TRUE.equals(change.disabled()));
    }

    private static Account changed(Account known, Change change) {
        boolean elsewhere = known.source() != Source.HERE
                && (change.password() != null
                        || (change.name() != null && !change.name().equals(known.name()))
                        || (change.role() != null && !change.role().equals(known.role())));
        if (elsewhere) {
            throw ProblemException.conflict("name, role and password of this account are kept elsewhere: "
                    + known.source().code());
        }
        check(new Faults(), change);
        return new Account(
                known.username(),
                change.name() == null ? known.name() : change.name(),
                change.role() == null ? known.role() : change.role(),
                change.password() == null ? known.password() : BcryptUtil.bcryptHash(change.password()),
                known.source(),
                change.disabled() == null ? known.disabled() : change.disabled());
    }

    private static void check(Faults faults, Change change) {
        String name = change.name();
        String password = change.password();
        faults.need(name == null || (!name.isBlank() && name.length() <= LONGEST_NAME), "name", "1 to 128 characters")
                .need(
                        change.role() == null || Roles.OF_OPERATORS.contains(change.role()),
                        "role",
                        "must be one of agent, supervisor, admin, integration")
                .need(
                        password == null || password.length() >= SHORTEST_PASSWORD,
                        "password",
                        "at least " + SHORTEST_PASSWORD + " characters")
                .need(
                        password == null
                                || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                                        <= LONGEST_PASSWORD_BYTES,
                        "password",
                        "at most " + LONGEST_PASSWORD_BYTES + " bytes")
                .refuseIfAny();
    }

    /** Removes an account made here; one that comes from elsewhere would be back. */
    public void remove(String user, String by) {
        Account known = store.find(user).orElseThrow(() -> ProblemException.notFound("no account " + user));
        if (known.source() == Source.SETTINGS || known.source() == Source.DEMO) {
            throw ProblemException.conflict("this account is kept elsewhere: disable it instead");
        }
        keepAnAdministrator(known, true, by);
        store.remove(user);
    }

    private void keepAnAdministrator(Account known, boolean goes, String by) {
        if (!goes) {
            return;
        }
        if (known.username().equals(by)) {
            throw ProblemException.conflict("nobody can lock themselves out");
        }
        boolean another = store.all().stream()
                .anyMatch(one -> one.role().equals(Roles.ADMIN)
                        && !one.disabled()
                        && !one.username().equals(known.username()));
        if (known.role().equals(Roles.ADMIN) && !known.disabled() && !another) {
            throw ProblemException.conflict("this is the last administrator");
        }
    }
}
