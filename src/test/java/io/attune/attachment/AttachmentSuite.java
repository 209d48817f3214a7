package io.attune.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.attachment.store.AttachmentStore;
import io.attune.attachment.store.OldAttachments;
import io.attune.database.Address;
import io.attune.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files and their bytes, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttachmentSuite {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private AttachmentStore store;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
        store = new AttachmentStore(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private byte[] add(String id, String customer, int length, Instant at) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        Path file = Files.write(folder.resolve(id), bytes);
        store.add(new Attachment(id, "c1", customer, "image/png", "ü.png", length, "hash", at), file);
        return bytes;
    }

    private void attach(String id) throws SQLException {
        try (var connection = database.connection()) {
            AttachmentStore.attach(id).write(connection);
        }
    }

    @Test
    void gives_back_every_byte_of_a_file_in_many_parts() throws IOException {
        byte[] bytes = add("large", "maria", 1_000_001, NOW);
        try (InputStream in = store.open("large")) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store.find("large")).get().extracting(Attachment::name).isEqualTo("ü.png");
    }

    @Test
    void what_never_became_a_message_is_dropped_and_what_did_stays() throws Exception {
        add("loose", "tom", 10, NOW.minus(Duration.ofHours(2)));
        add("fresh", "tom", 10, NOW);
        add("said", "tom", 10, NOW.minus(Duration.ofHours(2)));
        attach("said");
        store.dropUnattached(NOW.minus(Duration.ofHours(1)));
        assertThat(store.of("tom")).extracting(Attachment::id).containsExactly("said", "fresh");
        assertThat(store.open("loose").readAllBytes()).isEmpty();
    }

    @Test
    void goes_when_its_time_is_over() throws IOException {
        add("ancient", "anna", 10, NOW.minus(Duration.ofDays(400)));
        add("young", "anna", 10, NOW);
        assertThat(new OldAttachments(database).removeBefore(NOW.minus(Duration.ofDays(365))))
                .isEqualTo(1);
        assertThat(store.of("anna")).extracting(Attachment::id).containsExactly("young");
        assertThat(store.open("ancient").readAllBytes()).isEmpty();
    }

    @Test
    void counts_what_a_customer_sent_lately_and_forgets_all_of_it() throws IOException {
        add("old", "grace", 10, NOW.minus(Duration.ofDays(3)));
        add("new", "grace", 10, NOW);
        add("other", "luis", 10, NOW);
        assertThat(store.count("grace", NOW.minus(Duration.ofDays(1)))).isEqualTo(1);
        store.erase("grace");
        assertThat(store.of("grace")).isEmpty();
        assertThat(store.open("new").readAllBytes()).isEmpty();
        assertThat(store.of("luis")).hasSize(1);
    }
}
