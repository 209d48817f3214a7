package io.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.customer.store.StoredCustomers;
import io.attune.customer.store.StoredPersons;
import io.attune.database.Address;
import io.attune.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons with several ids, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MergeSuite {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;
    private Customers customers;
    private Persons persons;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        customers = new StoredCustomers(database, json);
        persons = new StoredPersons(database, json);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private void know(String id, Map<String, Object> fields, int minute) {
        Instant at = NOW.plusSeconds(60L * minute);
        customers.change(id, Given.of(fields, Origin.of("crm", at)), null, at);
    }

    private Merge merge(String kept, String other) {
        return ((Merging.Done) persons.merge(kept, other, "m-" + kept + "-" + other, "admin", NOW)).merge();
    }

    private static LedgerEntry query(int minute) {
        return new LedgerEntry(NOW.plusSeconds(60L * minute), "web", "internet_slow", null, null, null);
    }

    @Test
    void one_person_has_what_each_id_had() {
        know("one-a", Map.of("name", "Ana", "plan", "Fibre 100"), 0);
        know("one-b", Map.of("plan", "Fibre 500", "vulnerable", true), 1);
        customers.addHistory("one-a", List.of(query(1)), NOW);
        customers.addHistory("one-b", List.of(query(2)), NOW);
        merge("one-a", "one-b");
        for (String id : List.of("one-a", "one-b")) {
            var record = customers.read(id, Instant.EPOCH);
            assertThat(record.principal()).isEqualTo("one-a");
            assertThat(record.profile().name()).isEqualTo("Ana");
            assertThat(record.profile().plan()).isEqualTo("Fibre 500");
            assertThat(record.profile().vulnerable()).isTrue();
            assertThat(record.ledger()).containsExactly(query(2), query(1));
            assertThat(customers.find(id).orElseThrow().ids()).containsExactlyInAnyOrder("one-a", "one-b");
        }
    }

    @Test
    void a_refusal_under_one_id_holds_for_the_person() throws Exception {
        know("no-a", Map.of("name", "Ana", "clv", "high"), 0);
        know("no-b", Map.of("plan", "Fibre 500"), 0);
        customers.change(
                "no-b", s -> s.with(s.consents().with(Purpose.PERSONALISATION, new Consents.Choice(false, NOW))), NOW);
        merge("no-a", "no-b");
        assertThat(customers.read("no-a", NOW).profile().clv()).isNull();
        assertThat(customers.read("no-a", NOW).mayEstimate()).isFalse();
    }

    @Test
    void the_same_merge_twice_is_one_and_a_circle_is_refused() {
        for (String id : List.of("c-a", "c-b", "c-c")) {
            know(id, Map.of("plan", id), 0);
        }
        Merge first = merge("c-a", "c-b");
        assertThat(persons.merge("c-b", "c-a", "again", "admin", NOW)).isEqualTo(new Merging.Done(first));
        merge("c-b", "c-c");
        assertThat(persons.merge("c-a", "c-c", "circle", "admin", NOW)).isEqualTo(new Merging.AlreadyOne());
        assertThat(persons.idsOf("c-c")).containsExactlyInAnyOrder("c-a", "c-b", "c-c");
        persons.unmerge("c-a", first.merge(), "admin", NOW);
        assertThat(persons.idsOf("c-c")).containsExactlyInAnyOrder("c-b", "c-c");
        assertThat(persons.idsOf("c-a")).containsExactly("c-a");
        assertThat(customers.read("c-a", NOW).profile().plan()).isEqualTo("c-a");
    }

    @Test
    void nobody_is_merged_with_a_stranger_and_only_their_own_merges_are_undone() {
        know("s-a", Map.of("plan", "x"), 0);
        assertThat(persons.merge("s-a", "s-stranger", "m", "admin", NOW))
                .isEqualTo(new Merging.NoSuchCustomer("s-stranger"));
        know("s-b", Map.of("plan", "x"), 0);
        Merge merge = merge("s-a", "s-b");
        assertThat(persons.unmerge("somebody", merge.merge(), "admin", NOW)).isEmpty();
        assertThat(persons.unmerge("s-b", merge.merge(), "admin", NOW)).get().matches(Merge::isUndone);
        assertThat(persons.unmerge("s-b", merge.merge(), "other", NOW.plusSeconds(9)))
                .get()
                .extracting(Merge::undoneBy)
                .isEqualTo("admin");
    }

    @Test
    void the_same_address_merges_nobody() {
        var shared = List.of(new Identity("email", "both@example.net", true));
        customers.change("e-a", Given.of(Map.of("name", "Ana"), Origin.of("crm", NOW)), shared, NOW);
        customers.change("e-b", Given.of(Map.of("name", "Ben"), Origin.of("crm", NOW)), shared, NOW);
        assertThat(persons.idsOf("e-a")).containsExactly("e-a");
        assertThat(customers.read("e-a", NOW).profile().name()).isEqualTo("Ana");
        assertThat(persons.alike("e-a")).containsExactly(new Persons.Alike("e-b", "email", true));
        assertThat(customers.byIdentity("email", "both@example.net")).isEmpty();
        merge("e-a", "e-b");
        assertThat(customers.byIdentity("email", "both@example.net")).contains("e-a");
        assertThat(persons.alike("e-a")).isEmpty();
    }

    @Test
    void what_was_said_before_the_sign_in_is_the_customers() {
        customers.addHistory("anon-1", List.of(query(1)), NOW);
        know("in-a", Map.of("name", "Ana"), 0);
        persons.signedIn("anon-1", "in-a", NOW);
        persons.signedIn("anon-1", "in-a", NOW);
        assertThat(customers.read("anon-1", Instant.EPOCH).profile().name()).isEqualTo("Ana");
        assertThat(customers.read("anon-1", Instant.EPOCH).principal()).isEqualTo("in-a");
        assertThat(customers.read("in-a", Instant.EPOCH).ledger()).containsExactly(query(1));
        Merge merge = persons.mergesOf("in-a").getFirst();
        persons.unmerge("in-a", merge.merge(), "admin", NOW);
        assertThat(persons.signedIn("anon-1", "in-a", NOW)).isInstanceOf(Merging.StaysUndone.class);
        assertThat(customers.read("in-a", Instant.EPOCH).ledger()).isEmpty();
    }

    @Test
    void a_device_that_was_given_to_somebody_makes_no_two_customers_one() {
        know("d-x", Map.of("name", "Xu"), 0);
        know("d-y", Map.of("name", "Yi"), 0);
        know("anon-2", Map.of("plan", "x"), 0);
        merge("d-x", "anon-2");
        assertThat(persons.signedIn("anon-2", "d-y", NOW)).isEqualTo(new Merging.AlreadyOne());
        assertThat(persons.idsOf("d-y")).containsExactly("d-y");
    }

    @Test
    void merges_at_the_same_time_close_no_circle() throws Exception {
        var ids = List.of("p-a", "p-b", "p-c", "p-d");
        ids.forEach(id -> know(id, Map.of("plan", id), 0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<Merging>>();
            for (String kept : ids) {
                for (String other : ids) {
                    if (!kept.equals(other)) {
                        all.add(threads.submit(() -> persons.merge(kept, other, "p" + kept + other, "admin", NOW)));
                    }
                }
            }
            for (var one : all) {
                one.get();
            }
        }
        var standing = ids.stream()
                .flatMap(id -> persons.mergesOf(id).stream())
                .distinct()
                .toList();
        assertThat(standing).hasSize(3);
        assertThat(persons.idsOf("p-a")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void an_erased_id_leaves_nothing_of_its_merges() {
        know("x-a", Map.of("name", "Ana"), 0);
        know("x-b", Map.of("plan", "x"), 0);
        merge("x-a", "x-b");
        customers.erase("x-a");
        assertThat(persons.mergesOf("x-b")).isEmpty();
        assertThat(customers.read("x-b", NOW).profile().name()).isNull();
        assertThat(customers.read("x-b", NOW).profile().plan()).isEqualTo("x");
    }

    /** Whatever is merged, written and undone in between: afterwards each id is as if nobody had ever been merged. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoing_leaves_each_id_as_if_it_had_never_been_merged(long seed) throws Exception {
        var random = new Random(seed);
        var merges = new ArrayList<Merge>();
        String[] mine = {"u" + seed + "-a", "u" + seed + "-b", "u" + seed + "-c"};
        String[] twin = {"v" + seed + "-a", "v" + seed + "-b", "v" + seed + "-c"};
        for (int i = 0; i < 3; i++) {
            know(mine[i], Map.of("plan", "p" + i), 0);
            know(twin[i], Map.of("plan", "p" + i), 0);
        }
        for (int step = 0; step < 60; step++) {
            int who = random.nextInt(3);
            switch (random.nextInt(7)) {
                case 0 -> {
                    int other = (who + 1 + random.nextInt(2)) % 3;
                    String id = "u" + seed + "-" + step;
                    if (persons.merge(mine[who], mine[other], id, "admin", NOW) instanceof Merging.Done done) {
                        merges.add(done.merge());
                    }
                }
                case 1 -> {
                    if (!merges.isEmpty()) {
                        Merge merge = merges.remove(random.nextInt(merges.size()));
                        persons.unmerge(merge.customer(), merge.merge(), "admin", NOW);
                    }
                }
                default -> {
                    long same = random.nextLong();
                    write(mine[who], new Random(same), step);
                    write(twin[who], new Random(same), step);
                }
            }
        }
        merges.forEach(merge -> persons.unmerge(merge.customer(), merge.merge(), "admin", NOW));
        for (int i = 0; i < 3; i++) {
            assertThat(persons.idsOf(mine[i])).containsExactly(mine[i]);
            CustomerFile left = customers.find(mine[i]).orElseThrow();
            CustomerFile never = customers.find(twin[i]).orElseThrow();
            assertThat(left.dossier()).isEqualTo(never.dossier());
            assertThat(left.settings()).isEqualTo(never.settings());
            assertThat(left.ledger()).isEqualTo(never.ledger());
            assertThat(left.identities()).isEqualTo(never.identities());
            assertThat(left.estimates().stream().map(CustomerFile.Estimates::observations))
                    .isEqualTo(never.estimates().stream()
                            .map(CustomerFile.Estimates::observations)
                            .toList());
        }
    }

    private void write(String id, Random random, int step) throws Exception {
        Instant at = NOW.plusSeconds(step / 2);
        switch (random.nextInt(6)) {
            case 0 -> know(id, Map.of(random.nextBoolean() ? "name" : "plan", "v" + random.nextInt(3)), step / 2);
            case 1 -> know(id, Collections.singletonMap("name", null), step / 2);
            case 2 -> know(id, Map.of("circumstances", Map.of("k" + random.nextInt(3), step)), step / 2);
            case 3 -> customers.addHistory(id, List.of(query(step)), at);
            case 4 -> {
                boolean granted = random.nextBoolean();
                customers.change(
                        id,
                        s -> s.with(new Preferences(
                                s.preferences().detail(),
                                s.preferences().language(),
                                "n" + step % 5,
                                s.preferences().channel(),
                                null)),
                        at);
                customers.change(
                        id, s -> s.with(s.consents().with(Purpose.MARKETING, new Consents.Choice(granted, at))), at);
            }
            default -> {
                try (var connection = database.connection()) {
                    customers.saveEstimates(id, "[" + step + "]", at).write(connection);
                }
                var identity = List.of(new Identity("app", "i" + random.nextInt(4), true));
                customers.change(id, Given.of(Map.of(), Origin.of("crm", at)), identity, at);
            }
        }
    }
}
