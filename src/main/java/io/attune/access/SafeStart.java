package io.attune.access;

import io.attune.access.store.AccountStore;
import io.attune.access.store.AccountStore.Source;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in a way that would let strangers in, and says everything that is wrong at once. */
@ApplicationScoped
class SafeStart {
    private static final int SHORTEST_PASSWORD = 12;

    private final AccessConfig config;
    private final DemoMode demo;
    private final Sites sites;
    private final Operators operators;
    private final AccountStore accounts;
    private final String host;

    SafeStart(
            AccessConfig config,
            DemoMode demo,
            Sites sites,
            Operators operators,
            AccountStore accounts,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.demo = demo;
        this.sites = sites;
        this.operators = operators;
        this.accounts = accounts;
        this.host = host;
    }

    void start(@Observes @Priority(-1) StartupEvent event) {
        List<String> wrong = demo.on() ? wrongInDemo() : wrongInProduction();
        wrong.addAll(wrongAccounts());
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("Attune does not start like this:\n  - " + String.join("\n  - ", wrong));
        }
        if (demo.on()) {
            DemoAccess.OPERATORS.forEach(o -> operators.ensure(
                    new Operators.Operator(o.username(), o.name(), o.role()), DemoAccess.PASSWORD, Source.DEMO));
        }
        config.accounts()
                .forEach((username, account) -> operators.ensure(
                        new Operators.Operator(username, account.name().orElse(username), account.role()),
                        account.password(),
                        Source.SETTINGS));
    }

    private List<String> wrongInDemo() {
        var wrong = new ArrayList<String>();
        if (!List.of("localhost", "127.0.0.1", "::1").contains(host)) {
            wrong.add("demo mode has accounts that everybody knows, so it listens on this machine alone: set"
                    + " quarkus.http.host to 127.0.0.1, or attune.demo to false");
        }
        return wrong;
    }

    private List<String> wrongInProduction() {
        var wrong = new ArrayList<String>();
        if (config.sites().isEmpty()) {
            wrong.add("no site is configured: set attune.access.sites.<name>.origins and .key (docs/configuration.md),"
                    + " or attune.demo to true to look around");
        }
        for (Site site : sites.all()) {
            if (site.origins().isEmpty()) {
                wrong.add("attune.access.sites." + site.name() + ".origins is empty: nobody could open a chat");
            }
            if (site.origins().contains("*")) {
                wrong.add("attune.access.sites." + site.name() + ".origins must name origins, not *");
            }
            if (site.key().filter(SiteKey.ofSecret(DemoAccess.SECRET)::equals).isPresent()) {
                wrong.add("attune.access.sites." + site.name() + ".key.secret is the demo site's");
            }
        }
        if (accounts.hasDemoAccounts()) {
            wrong.add("this database has demo accounts in it: use another one (ATTUNE_DATA, ATTUNE_DB_URL)");
        }
        return wrong;
    }

    private List<String> wrongAccounts() {
        var wrong = new ArrayList<String>();
        config.accounts().forEach((username, account) -> {
            String at = "attune.access.accounts." + username;
            if (!Roles.OF_OPERATORS.contains(account.role())) {
                wrong.add(at + ".role must be one of agent, supervisor, admin, integration");
            }
            if (account.password().length() < SHORTEST_PASSWORD) {
                wrong.add(at + ".password must have at least " + SHORTEST_PASSWORD + " characters");
            }
        });
        return wrong;
    }
}
