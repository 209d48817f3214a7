package io.attune.access;

import io.attune.access.store.AccountStore;
import io.attune.access.store.AccountStore.Account;
import io.attune.access.store.AccountStore.Source;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agents, supervisors, administrators and other systems: their accounts and their sessions. */
@Singleton
public class Operators {
    private final AccountStore store;
    private final Secrets secrets;
    private final Clock clock;
    private final Duration sessionFor;
    private final FailureLimit perUser;
    private final FailureLimit perAddress;
    private volatile @Nullable String nobodysPassword;

    Operators(AccountStore store, Secrets secrets, Clock clock, AccessConfig config) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.sessionFor = config.sessionFor();
        this.perUser = new FailureLimit(config.failuresPerUser());
        this.perAddress = new FailureLimit(config.failuresPerAddress());
    }

    /** @param name for people */
    public record Operator(String username, String name, String role) {}

    /** @param address where from, for the limit of failures */
    public SignIn signIn(String username, String password, String address) {
        Optional<Duration> wait = perUser.wait(username).or(() -> perAddress.wait(address));
        if (wait.isPresent()) {
            return new SignIn.TooMany(wait.get());
        }
        Optional<Account> account = store.find(username);
        String hash = account.map(Account::password).orElseGet(this::nobodysPassword);
        if (!matches(password, hash) || account.isEmpty() || account.get().disabled()) {
            perUser.failed(username);
            perAddress.failed(address);
            return new SignIn.Wrong();
        }
        return new SignIn.Done(open(username), account.get().role(), sessionFor);
    }

    /** An account without a password of ours is compared with nobody's, so that the time taken does not tell. */
    private boolean matches(String password, String hash) {
        return hash.isEmpty() ? compare(password) : BcryptUtil.matches(password, hash);
    }

    private boolean compare(String password) {
        boolean unused = BcryptUtil.matches(password, nobodysPassword());
        return false;
    }

    /** A session for somebody whom another server has signed in. */
    SignIn.Done open(Operator operator) {
        return new SignIn.Done(open(operator.username()), operator.role(), sessionFor);
    }

    /**
     * Somebody whom another server has signed in: known here from now on, under the role that it gives them. Empty when
     * they are disabled, or when the name is that of an account that is kept here.
     */
    public Optional<Operator> known(Operator operator) {
        Optional<Account> before = store.find(operator.username());
        if (before.filter(account -> account.source() != Source.OIDC || account.disabled())
                .isPresent()) {
            return Optional.empty();
        }
        Account now = new Account(operator.username(), operator.name(), operator.role(), "", Source.OIDC, false);
        if (!before.equals(Optional.of(now))) {
            store.put(now);
        }
        return Optional.of(operator);
    }

    /** Ends a session. Ending one that is not there is no fault. */
    public void signOut(String token) {
        store.closeSession(Secrets.kept(token));
    }

    /** Compared with when there is no such account, so that the time taken does not tell. Made late: it costs a start time. */
    private String nobodysPassword() {
        String made = nobodysPassword;
        if (made == null) {
            made = BcryptUtil.bcryptHash(secrets.secret());
            nobodysPassword = made;
        }
        return made;
    }

    private String open(String username) {
        long now = clock.millis();
        store.dropExpiredSessions(now);
        String token = secrets.secret();
        store.openSession(Secrets.kept(token), username, now + sessionFor.toMillis());
        return token;
    }

    /** Who holds this session's token, while it lasts. */
    public Optional<Operator> ofToken(String token) {
        return store.ofSession(Secrets.kept(token), clock.millis()).map(Operators::operator);
    }

    /** Who may come in under this name; empty for one who is disabled. */
    public Optional<Operator> find(String username) {
        return store.find(username).filter(account -> !account.disabled()).map(Operators::operator);
    }

    /** Whether this is somebody who serves customers. */
    public boolean serves(String username) {
        return find(username).filter(this::serves).isPresent();
    }

    public boolean serves(Operator operator) {
        return operator.role().equals(Roles.AGENT) || operator.role().equals(Roles.SUPERVISOR);
    }

    private static Operator operator(Account account) {
        return new Operator(account.username(), account.name(), account.role());
    }

    /** The name of an operator, for people. */
    public Optional<String> nameOf(String username) {
        return store.find(username).map(Account::name);
    }

    /**
     * Makes an account of the settings or of the demo, or changes it when something in it differs. Whether it is disabled
     * is the administrators' word, and stays.
     */
    void ensure(Operator operator, String password, Source source) {
        Optional<Account> before = store.find(operator.username());
        boolean same = before.filter(known -> known.name().equals(operator.name())
                        && known.role().equals(operator.role())
                        && known.source() == source
                        // A demo account has only ever had the one password, and comparing costs a start time.
                        && (source == Source.DEMO || BcryptUtil.matches(password, known.password())))
                .isPresent();
        if (!same) {
            store.put(new Account(
                    operator.username(),
                    operator.name(),
                    operator.role(),
                    BcryptUtil.bcryptHash(password),
                    source,
                    before.map(Account::disabled).orElse(false)));
        }
    }
}
