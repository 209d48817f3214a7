package io.attune.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.conversation.store.OldConversations;
import io.attune.customer.LedgerEntry;
import io.attune.customer.store.OldEstimates;
import io.attune.customer.store.OldHistory;
import io.attune.customer.store.StoredCustomers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been kept for its time goes, and nothing else. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(Address.of("jdbc:h2:mem:retention", "", ""), 4);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredCustomers customers() {
        return new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    @Test
    void old_queries_go_in_small_commits() {
        var entries = new ArrayList<LedgerEntry>();
        for (int hour = 0; hour < 2500; hour++) {
            entries.add(new LedgerEntry(NOW.minus(Duration.ofHours(hour)), "web", "internet_slow", null, null, null));
        }
        customers().addHistory("ana", entries, NOW);
        assertThat(new OldHistory(database).removeBefore(NOW.minus(Duration.ofHours(100))))
                .isEqualTo(2399);
        assertThat(customers().history("ana", Instant.EPOCH)).hasSize(101);
    }

    @Test
    void old_estimates_go_and_the_customer_stays() throws Exception {
        for (String id : new String[] {"old", "new"}) {
            Instant at = id.equals("old") ? NOW.minus(Duration.ofDays(400)) : NOW;
            try (var connection = database.connection()) {
                customers().saveEstimates(id, "[1]", at).write(connection);
            }
        }
        assertThat(new OldEstimates(database).removeBefore(NOW.minus(Duration.ofDays(365))))
                .isEqualTo(1);
        assertThat(customers().read("old", NOW).estimates()).isEmpty();
        assertThat(customers().find("old")).isPresent();
        assertThat(customers().read("new", NOW).estimates()).isEqualTo("[1]");
    }

    @Test
    void old_conversations_go_with_everything_that_belongs_to_them() {
        database.jdbi().useHandle(h -> {
            for (String id : new String[] {"old", "new"}) {
                long at = NOW.minus(Duration.ofDays(id.equals("old") ? 400 : 1)).toEpochMilli();
                h.execute(
                        "insert into conversation (id, stream, customer, channel, head, owner, ownership, last_customer,"
                                + " answered, attempts, priority, created_at, changed_at)"
                                + " values (?, 's', 'ana', 'web', 1, 'closed', 1, 1, 1, 0, 0, ?, ?)",
                        id,
                        at,
                        at);
                h.execute("insert into event (conv, seq, at, body) values (?, 1, ?, '{}')", id, at);
                h.execute("insert into inbound (id, conv, seq, hash, at) values (?, ?, 1, 'h', ?)", id, id, at);
            }
        });
        assertThat(new OldConversations(database).removeBefore(NOW.minus(Duration.ofDays(365))))
                .isEqualTo(1);
        for (String table : new String[] {"conversation", "event", "inbound"}) {
            int left = database.jdbi()
                    .withHandle(h -> h.createQuery("select count(*) from " + table)
                            .mapTo(Integer.class)
                            .one());
            assertThat(left).as(table).isEqualTo(1);
        }
    }

    @Test
    void what_is_restricted_stays_whatever_its_age() throws Exception {
        Instant longAgo = NOW.minus(Duration.ofDays(400));
        customers()
                .addHistory(
                        "eve",
                        java.util.List.of(new LedgerEntry(longAgo, "web", "internet_slow", null, null, null)),
                        longAgo);
        try (var connection = database.connection()) {
            customers().saveEstimates("eve", "[1]", longAgo).write(connection);
        }
        database.jdbi()
                .useHandle(h -> h.execute(
                        "insert into conversation (id, stream, customer, channel, head, owner, ownership, last_customer,"
                                + " answered, attempts, priority, created_at, changed_at)"
                                + " values ('e', 's', 'eve', 'web', 1, 'closed', 1, 1, 1, 0, 0, ?, ?)",
                        longAgo.toEpochMilli(),
                        longAgo.toEpochMilli()));
        var restriction = new io.attune.customer.Restriction(NOW, "claim", "sue");
        customers().restrict("eve", restriction, NOW);
        Instant before = NOW.minus(Duration.ofDays(365));
        assertThat(new OldHistory(database).removeBefore(before)).isZero();
        assertThat(new OldEstimates(database).removeBefore(before)).isZero();
        assertThat(new OldConversations(database).removeBefore(before)).isZero();
        customers().restrict("eve", null, NOW);
        assertThat(new OldHistory(database).removeBefore(before)).isEqualTo(1);
        assertThat(new OldEstimates(database).removeBefore(before)).isEqualTo(1);
        assertThat(new OldConversations(database).removeBefore(before)).isEqualTo(1);
    }
}
