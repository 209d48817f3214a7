package io.attune.access;

import io.attune.access.store.AccountStore;
import io.attune.access.store.AccountStore.Account;
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
        if (!BcryptUtil.matches(password, hash) || account.isEmpty()) {
            perUser.failed(username);
            perAddress.failed(address);
            return new SignIn.Wrong();
        }
        return new SignIn.Done(open(username), account.get().role(), sessionFor);
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
        return store.ofSession(Secrets.kept(token), clock.millis())
                .map(account -> new Operator(account.username(), account.name(), account.role()));
    }

    /** The name of an operator, for people. */
    public Optional<String> nameOf(String username) {
        return store.find(username).map(Account::name);
    }

    /** Makes an account, or changes it when something in it differs. */
    void ensure(Operator operator, String password, boolean demo) {
        boolean same = store.find(operator.username())
                .filter(known -> known.name().equals(operator.name())
                        && known.role().equals(operator.role())
                        && known.demo() == demo
                        // A demo account has only ever had the one password, and comparing costs a start time.
                        && (demo || BcryptUtil.matches(password, known.password())))
                .isPresent();
        if (!same) {
            store.put(new Account(
                    operator.username(), operator.name(), operator.role(), BcryptUtil.bcryptHash(password), demo));
        }
    }
}
