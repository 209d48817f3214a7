package io.attune.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Origin;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.TableFiles.Done;
import io.attune.database.TableFiles.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What PostgreSQL's files still hold of an erased customer, looked for in the bytes of the tables' files. */
class TableFilesTest {
    private static final String MARK = "Qxzmarker";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(1));

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(Address.of(SERVER.url(), "", ""), 4);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredCustomers customers() {
        return new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    private void plant(String id) {
        for (int i = 0; i < 50; i++) {
            customers()
                    .change(
                            id,
                            Given.of(Map.of("name", MARK + i), Origin.of("crm", NOW.plusSeconds(i))),
                            List.of(new Identity("email", MARK + i, true)),
                            NOW);
            customers()
                    .addHistory(id, List.of(new LedgerEntry(NOW.plusSeconds(i), "web", MARK, null, null, null)), NOW);
        }
        customers().change("other", Given.of(Map.of("name", "Olga"), Origin.of("crm", NOW)), null, NOW);
    }

    private String one(String sql) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(sql).mapTo(String.class).one());
    }

    /** Files of this database alone. */
    private List<Path> filesWithMarks() throws IOException {
        database.jdbi().useHandle(h -> h.execute("checkpoint"));
        Path folder = Path.of(one("select current_setting('data_directory')"))
                .resolve("base")
                .resolve(one("select oid::text from pg_database where datname = current_database()"));
        assumeTrue(Files.isReadable(folder), "the server's files are elsewhere");
        byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
        var found = new ArrayList<Path>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(mark, StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private Done write(Limits limits) throws SQLException {
        try (Connection connection = database.connection()) {
            return new TableFiles(limits, System::nanoTime).write(connection);
        }
    }

    @Test
    void after_the_night_no_file_has_a_byte_of_who_was_erased() throws Exception {
        plant("erased-1");
        assertThat(filesWithMarks()).isNotEmpty();
        customers().erase("erased-1");
        database.jdbi().useHandle(h -> h.execute("vacuum"));
        assertThat(filesWithMarks()).as("a plain vacuum leaves the bytes").isNotEmpty();

        Done done = write(LIMITS);
        assertThat(done.written()).contains("customer", "identity", "ledger", "event");
        assertThat(done.left()).isEmpty();
        assertThat(filesWithMarks()).isEmpty();
        assertThat(customers().find("other").orElseThrow().profile().name()).isEqualTo("Olga");
        assertThat(write(LIMITS).written()).as("nothing was erased since").isEmpty();
    }

    @Test
    void a_table_that_somebody_holds_is_left_and_done_the_next_time() throws Exception {
        plant("erased-2");
        customers().erase("erased-2");
        try (Connection holder = database.connection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select * from customer");
            Done done = write(new Limits(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofMinutes(1)));
            assertThat(done.left()).containsExactly("customer");
            assertThat(done.written()).contains("ledger");
            holder.rollback();
        }
        assertThat(write(LIMITS).written()).containsExactly("customer");
        assertThat(filesWithMarks()).isEmpty();
    }

    @Test
    void it_stops_when_the_time_is_over_and_two_nodes_do_not_do_it_at_once() throws Exception {
        plant("erased-3");
        customers().erase("erased-3");
        assertThat(write(new Limits(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ZERO))
                        .written())
                .isEmpty();
        try (Connection other = database.connection()) {
            other.createStatement().execute("select pg_advisory_lock(7262118300501)");
            assertThat(write(LIMITS)).isEqualTo(new Done(List.of(), List.of()));
            other.createStatement().execute("select pg_advisory_unlock(7262118300501)");
        }
        assertThat(write(LIMITS).written()).contains("customer");
        assertThat(one("select current_setting('statement_timeout')")).isEqualTo("0");
    }

    @Test
    void the_next_night_is_today_or_tomorrow() {
        LocalTime at = LocalTime.of(3, 30);
        assertThat(NightlyErasure.until(at, OffsetDateTime.parse("2026-03-01T02:00:00Z")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(NightlyErasure.until(at, OffsetDateTime.parse("2026-03-01T03:30:00Z")))
                .isEqualTo(Duration.ofDays(1));
        assertThat(NightlyErasure.until(at, OffsetDateTime.parse("2026-03-01T04:30:00Z")))
                .isEqualTo(Duration.ofHours(23));
    }
}
