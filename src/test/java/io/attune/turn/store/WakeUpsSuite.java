package io.attune.turn.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.turn.store.WakeUps.Due;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** When silent customers are looked at again, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WakeUpsSuite {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Database database;
    private WakeUps wakeUps;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
        wakeUps = new WakeUps(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private void commit(InCommit work) {
        database.jdbi().useTransaction(handle -> {
            try {
                work.write(handle.getConnection());
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private boolean isDue(String conv, Instant at) {
        return wakeUps.due(at, 1000).stream().anyMatch(due -> due.conv().equals(conv));
    }

    @Test
    void a_later_turn_replaces_the_time_and_the_end_takes_it_away() {
        commit(wakeUps.at("c-1", NOW));
        commit(wakeUps.at("c-1", NOW.plusSeconds(60)));
        assertThat(isDue("c-1", NOW)).isFalse();
        assertThat(isDue("c-1", NOW.plusSeconds(60))).isTrue();
        commit(wakeUps.none("c-1"));
        commit(wakeUps.none("c-1"));
        assertThat(isDue("c-1", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void of_several_nodes_one_takes_it() throws Exception {
        commit(wakeUps.at("c-2", NOW));
        Due due = new Due("c-2", NOW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(node -> threads.submit(() -> wakeUps.take(due, NOW.plusSeconds(60 + node))))
                    .toList();
            int winners = 0;
            for (var one : tries) {
                winners += one.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(isDue("c-2", NOW)).isFalse();
        assertThat(isDue("c-2", NOW.plusSeconds(70))).as("should the node die").isTrue();
    }

    @Test
    void what_a_turn_set_meanwhile_is_not_forgotten() {
        commit(wakeUps.at("c-3", NOW));
        Instant taken = NOW.plusSeconds(60);
        assertThat(wakeUps.take(new Due("c-3", NOW), taken)).isTrue();
        commit(wakeUps.at("c-3", NOW.plusSeconds(500)));
        wakeUps.forget("c-3", taken);
        wakeUps.putOff("c-3", taken, NOW.plusSeconds(900));
        assertThat(isDue("c-3", NOW.plusSeconds(500))).isTrue();
        wakeUps.forget("c-3", NOW.plusSeconds(500));
        assertThat(isDue("c-3", NOW.plusSeconds(5000))).isFalse();
    }
}
