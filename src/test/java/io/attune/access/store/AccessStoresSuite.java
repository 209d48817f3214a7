package io.attune.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.access.store.AccountStore.Account;
import io.attune.access.store.AccountStore.Source;
import io.attune.access.store.TicketStore.Ticket;
import io.attune.access.store.VisitorStore.Visitor;
import io.attune.database.Address;
import io.attune.database.Database;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is kept of those who come in, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessStoresSuite {
    private Database database;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void of_many_that_take_a_ticket_one_gets_it() throws Exception {
        var tickets = new TicketStore(database);
        for (int round = 0; round < 10; round++) {
            String hash = "ticket-" + round;
            tickets.add(hash, new Ticket("chat", "demo", "c-1", null, null, 99));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var tries = IntStream.range(0, 8)
                        .mapToObj(i -> threads.submit(() -> tickets.take(hash).isPresent()))
                        .toList();
                int winners = 0;
                for (var one : tries) {
                    winners += one.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }
    }

    @Test
    void drops_tickets_that_nobody_used() {
        var tickets = new TicketStore(database);
        tickets.add("old", new Ticket("chat", "demo", "c-1", null, null, 10));
        tickets.add("new", new Ticket("agent", null, "ana", null, "agent", 30));
        tickets.dropExpired(20);
        assertThat(tickets.take("old")).isEmpty();
        assertThat(tickets.take("new")).contains(new Ticket("agent", null, "ana", null, "agent", 30));
    }

    @Test
    void a_device_signs_in_once() {
        var visitors = new VisitorStore(database);
        visitors.add("device", "demo", new Visitor("anon-1", null, false), 1);
        assertThat(visitors.signIn("device", "c-7")).isTrue();
        assertThat(visitors.signIn("device", "c-8")).isFalse();
        assertThat(visitors.find("device")).contains(new Visitor("c-7", "anon-1", true));
        visitors.forget("c-7");
        assertThat(visitors.find("device")).isEmpty();
    }

    @Test
    void a_session_lasts_as_long_as_it_lasts() {
        var accounts = new AccountStore(database);
        var ana = new Account("ana", "Ana", "agent", "hash", Source.SETTINGS, false);
        accounts.put(ana);
        accounts.put(new Account("ana", "Ana", "supervisor", "hash", Source.SETTINGS, false));
        accounts.openSession("s-1", "ana", 100);
        assertThat(accounts.ofSession("s-1", 99).orElseThrow().role()).isEqualTo("supervisor");
        assertThat(accounts.ofSession("s-1", 100)).isEmpty();
        accounts.openSession("s-2", "ana", 100);
        accounts.put(new Account("ana", "Ana", "supervisor", "hash", Source.SETTINGS, true));
        assertThat(accounts.ofSession("s-2", 99)).as("disabled").isEmpty();
        assertThat(accounts.hasDemoAccounts()).isFalse();
        accounts.put(new Account("demo", "Demo", "agent", "hash", Source.DEMO, false));
        assertThat(accounts.hasDemoAccounts()).isTrue();
    }
}
