package io.attune.channel.directline.store;

import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The conversations that were opened over Direct Line. */
@Singleton
public class DirectLineStore {
    private final Database database;

    DirectLineStore(Database database) {
        this.database = database;
    }

    /**
     * @param site whose secret opened it
     * @param user the id that the client's user goes by, as the client said it last
     */
    public record Opened(
            String conv,
            String site,
            String customer,
            @Nullable String user) {}

    public Optional<Opened> find(String conv) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "select conv, site, customer, user_id from directline_conversation where conv = ?")
                        .bind(0, conv)
                        .map((row, context) ->
                                new Opened(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .findOne());
    }

    /** Adds a conversation; of several that add the same one, the first counts. */
    public void add(Opened opened, long at) {
        try {
            insert(opened, at);
        } catch (UnableToExecuteStatementException e) {
            // Somebody was quicker, or it failed for good.
            if (find(opened.conv()).isEmpty()) {
                throw e;
            }
        }
    }

    private void insert(Opened opened, long at) {
        database.jdbi()
                .useHandle(h -> h.createUpdate("""
                        insert into directline_conversation (conv, site, customer, user_id, created_at)
                        select :conv, :site, :customer, :user, :at
                        where not exists (select 1 from directline_conversation where conv = :conv)""")
                        .bind("conv", opened.conv())
                        .bind("site", opened.site())
                        .bind("customer", opened.customer())
                        .bind("user", opened.user())
                        .bind("at", at)
                        .execute());
    }

    public void rename(String conv, String user) {
        database.jdbi()
                .useHandle(h -> h.execute("update directline_conversation set user_id = ? where conv = ?", user, conv));
    }

    /** The ids that a customer's users went by. */
    public List<String> usersOf(String customer) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select distinct user_id from directline_conversation"
                                + " where customer = ? and user_id is not null order by user_id")
                        .bind(0, customer)
                        .mapTo(String.class)
                        .list());
    }

    public void erase(String customer) {
        database.jdbi().useHandle(h -> h.execute("delete from directline_conversation where customer = ?", customer));
    }
}
