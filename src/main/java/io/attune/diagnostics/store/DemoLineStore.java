package io.attune.diagnostics.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The states of simulated lines, as JSON. */
@Singleton
public class DemoLineStore {
    private final Database database;

    DemoLineStore(Database database) {
        this.database = database;
    }

    public Optional<String> find(String customer) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select state from demo_line where customer = ?")
                        .bind(0, customer)
                        .mapTo(String.class)
                        .findOne());
    }

    /** @param change from the state before, empty when there was none */
    public String change(String customer, UnaryOperator<String> change) {
        return database.jdbi().inTransaction(h -> {
            Optional<String> before = h.createQuery("select state from demo_line where customer = ? for update")
                    .bind(0, customer)
                    .mapTo(String.class)
                    .findOne();
            String after = change.apply(before.orElse(""));
            if (before.isPresent()) {
                h.execute("update demo_line set state = ? where customer = ?", after, customer);
            } else {
                h.execute("insert into demo_line (customer, state) values (?, ?)", customer, after);
            }
            return after;
        });
    }

    public void forget(String customer) {
        database.jdbi().useHandle(h -> h.execute("delete from demo_line where customer = ?", customer));
    }
}
