package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.customer.Customers;
import io.attune.customer.Identity;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Customers from a table, and the check of the audit, without a server. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private Map<String, String> environment = Map.of();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void data() {
        environment = Map.of("ATTUNE_DATA", folder.resolve("data").toString());
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int take(byte[] table) throws Exception {
        Path file = Files.write(folder.resolve("c.csv"), table);
        return run(new ImportCommand(environment), "customers", file.toString());
    }

    private int take(String table) throws Exception {
        return take(table.getBytes(StandardCharsets.UTF_8));
    }

    private void look(Consumer<Customers> check) {
        try (var database = Database.open(Address.embedded(folder.resolve("data")), 2)) {
            check.accept(new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule())));
        }
    }

    @Test
    void takes_in_what_is_right_and_names_the_rest_by_line() throws Exception {
        assertThat(take("""
                        id,name,tenureMonths,clv,churn,vulnerable,circumstances.area,verified.email
                        c1,"Ruiz, Ana",40,high,0.4,true,1010,ana@example.net
                        c2,"two
                        lines",long,huge,,,,
                        no id,Ben,1,low,,,,
                        c3,Cy,1
                        c4,Di,,,2,,,
                        c5,Ed,,,,,,
                        """)).isEqualTo(1);
        assertThat(out.toString().lines().map(line -> line.substring(line.lastIndexOf("c.csv") + 1)))
                .anyMatch(line -> line.startsWith(".csv:3: tenureMonths: must be a whole number"))
                .anyMatch(line -> line.startsWith(".csv:5: id: must be 1 to 64"))
                .anyMatch(line -> line.startsWith(".csv:6: row: has 3 cells where the first line has 8"))
                .anyMatch(line -> line.startsWith(".csv:7: churn: must be 0 to 1"))
                .endsWith("2 customers taken in, 4 rows refused");
        look(customers -> {
            var file = customers.find("c1").orElseThrow();
            assertThat(file.profile().name()).isEqualTo("Ruiz, Ana");
            assertThat(file.profile().circumstances()).containsEntry("area", 1010);
            assertThat(file.profile().vulnerable()).isTrue();
            assertThat(file.identities()).containsExactly(new Identity("email", "ana@example.net", true));
            assertThat(file.dossier().values().get("name").source()).isEqualTo("file c.csv");
            assertThat(customers.find("c2")).isEmpty();
            assertThat(customers.find("c5")).isPresent();
        });
    }

    @Test
    void reads_what_spreadsheets_write() throws Exception {
        assertThat(take("\ufeffid;name\r\nc1;Müller\r\n")).isZero();
        look(customers ->
                assertThat(customers.find("c1").orElseThrow().profile().name()).isEqualTo("Müller"));
    }

    @Test
    void refuses_a_file_that_it_does_not_understand() throws Exception {
        assertThat(take("id,nmae\nc1,Ana\n")).isEqualTo(2);
        assertThat(out.toString()).contains(":1: nmae: is no column that is known");
        assertThat(take("name\nAna\n")).isEqualTo(2);
        assertThat(take("id,id\nc1,c2\n")).isEqualTo(2);
        assertThat(take("id,name\nc1,\"Ana\n")).isBetween(0, 2);
        assertThat(take("id,name\nc1,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(2);
        assertThat(out.toString()).contains("is not UTF-8");
        assertThat(run(new ImportCommand(environment), "customers", "nowhere.csv"))
                .isEqualTo(2);
        assertThat(run(new ImportCommand(environment), "orders", "nowhere.csv")).isEqualTo(2);
    }

    @Test
    void says_that_a_running_server_has_the_database() throws Exception {
        try (var running = Database.open(Address.embedded(folder.resolve("data")), 2)) {
            var other = new CommandLine(new AuditCommand(Map.of("ATTUNE_DB_URL", "jdbc:oracle:x")));
            assertThat(other.setErr(new PrintWriter(err)).execute("verify")).isEqualTo(2);
            assertThat(running.shared()).isFalse();
        }
        assertThat(err.toString()).contains("ATTUNE_DB_URL");
    }

    @Test
    void checks_the_audit() throws Exception {
        assertThat(run(new AuditCommand(environment), "verify")).isZero();
        assertThat(out.toString()).contains("0 lines, all as they were written");
        try (var database = Database.open(Address.embedded(folder.resolve("data")), 2)) {
            database.jdbi()
                    .useHandle(h ->
                            h.execute("insert into audit values (1, 1, 'x', 'admin', 'customer.read', '', 'forged')"));
        }
        assertThat(run(new AuditCommand(environment), "verify")).isEqualTo(1);
        assertThat(out.toString()).contains("line 1 is not as it was written");
    }
}
