package io.attune.channel.chatwoot.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The conversations that a Chatwoot has given to the bot. */
@Singleton
public class ChatwootStore {
    private final Database database;

    public ChatwootStore(Database database) {
        this.database = database;
    }

    /** @param route account and conversation, as Chatwoot numbers them: {@code 1:42} */
    public record Known(String route, String conv, String customer) {}

    public Optional<Known> find(String route) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select route, conv, customer from chatwoot_conversation where route = ?")
                                .bind(0, route)
                                .map((row, context) -> new Known(row.getString(1), row.getString(2), row.getString(3)))
                                .findOne());
    }

    /** Of several who add the same route, the first counts. */
    public void add(Known known) {
        try {
            insert(known);
        } catch (UnableToExecuteStatementException e) {
            // Somebody was quicker, or it failed for good.
            if (find(known.route()).isEmpty()) {
                throw e;
            }
        }
    }

    private void insert(Known known) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        insert into chatwoot_conversation (route, conv, customer)
                        select :route, :conv, :customer
                        where not exists (select 1 from chatwoot_conversation where route = :route)""")
                        .bind("route", known.route())
                        .bind("conv", known.conv())
                        .bind("customer", known.customer())
                        .execute());
    }

    public List<String> routesOf(String customer) {
        return database.jdbi()
                .withHandle(
                        h -> h.createQuery("select route from chatwoot_conversation where customer = ? order by route")
                                .bind(0, customer)
                                .mapTo(String.class)
                                .list());
    }

    public void erase(String customer) {
        database.jdbi().useHandle(h -> h.execute("delete from chatwoot_conversation where customer = ?", customer));
    }
}
