package io.attune.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.audit.store.AuditStore;
import io.attune.database.Address;
import io.attune.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit: a chain in which no link can be changed, left out or cut off unseen. */
class AuditTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Audit.Actor AGENT = new Audit.Actor("agent1", "agent");
    private Database database;
    private Audit audit;

    @BeforeEach
    void open() {
        database = Database.open(Address.of("jdbc:h2:mem:audit", "", ""), 4);
        audit = Audit.open(new AuditStore(database), Optional.empty(), "a secret of this database");
        for (int i = 1; i <= 5; i++) {
            audit.add(AGENT, "customer.read", "ana", NOW.plusSeconds(i));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void damage(String sql) {
        database.jdbi().useHandle(h -> assertThat(h.execute(sql)).isPositive());
    }

    @Test
    void is_whole_as_long_as_nobody_touches_it() {
        Audit.Check check = audit.verify();
        assertThat(check.isWhole()).isTrue();
        assertThat(check.lines()).isEqualTo(5);
        assertThat(check.head()).isEqualTo(audit.newest(1).getFirst().hash());
    }

    @Test
    void shows_where_a_line_was_changed() {
        for (String change : List.of(
                "update audit set actor = 'agent2' where seq = 3",
                "update audit set at = at + 1 where seq = 3",
                "update audit set action = 'customer.reae' where seq = 3",
                "update audit set subject = '' where seq = 3",
                "delete from audit where seq = 3")) {
            damage(change);
            assertThat(audit.verify().brokenAt()).as(change).isEqualTo(3);
        }
    }

    @Test
    void shows_that_the_end_was_cut_off() {
        damage("delete from audit where seq = 5");
        assertThat(audit.verify().brokenAt()).isEqualTo(5);
    }

    @Test
    void shows_a_line_that_was_written_with_another_key() {
        var forger = Audit.open(new AuditStore(database), Optional.of("another key of another database!"), "x");
        forger.add(AGENT, "customer.read", "ana", NOW);
        assertThat(audit.verify().brokenAt()).isEqualTo(6);
    }

    @Test
    void names_a_customer_by_a_pseudonym_alone() {
        audit.add(audit.customer("ana"), "customer.erased", "ana", NOW);
        List<AuditLine> lines = audit.of("ana", 10);
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst().actor())
                .isEqualTo(lines.getFirst().subject())
                .doesNotContain("ana");
        assertThat(audit.of("bob", 10)).isEmpty();
    }

    @Test
    void lines_of_the_same_moment_stand_one_after_the_other() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> audit.add(AGENT, "customer.read", "c" + i, NOW)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(audit.verify())
                .isEqualTo(new Audit.Check(45, audit.newest(1).getFirst().hash(), 0));
    }
}
