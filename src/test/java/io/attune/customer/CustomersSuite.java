package io.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.InCommit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is remembered of customers, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CustomersSuite {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;
    private Customers customers;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        customers = new StoredCustomers(database, json);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static LedgerEntry query(int daysAgo) {
        return new LedgerEntry(NOW.minus(Duration.ofDays(daysAgo)), "web", "internet_slow", null, null, null);
    }

    private static LedgerEntry remedy(int daysAgo, Outcome outcome) {
        return new LedgerEntry(
                NOW.minus(Duration.ofDays(daysAgo)), "web", "internet_slow", "slow/restart", outcome, "d1");
    }

    private static Given valued(String name) {
        return Given.of(
                Map.of(
                        "name",
                        name,
                        "locale",
                        "en-GB",
                        "tz",
                        "Europe/London",
                        "plan",
                        "Fibre 500",
                        "tenureMonths",
                        40,
                        "clv",
                        "high",
                        "churn",
                        0.3,
                        "circumstances",
                        Map.of("worksFromHome", true),
                        "vulnerable",
                        true),
                Origin.of("crm", NOW));
    }

    private static final Given NOTHING = Given.of(Map.of(), Origin.of("crm", NOW));

    private void commit(InCommit write) throws Exception {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            write.write(connection);
            connection.commit();
        }
    }

    @Test
    void a_stranger_is_an_empty_customer() {
        var record = customers.read("stranger", NOW);
        assertThat(record.profile()).isEqualTo(Profile.EMPTY);
        assertThat(record.settings()).isEqualTo(Settings.NONE);
        assertThat(record.estimates()).isEmpty();
        assertThat(record.ledger()).isEmpty();
        assertThat(customers.find("stranger")).isEmpty();
    }

    @Test
    void reads_back_what_was_put() {
        customers.change("put", valued("Ana"), List.of(new Identity("email", "ana@example.net", true)), NOW);
        assertThat(customers.read("put", NOW).profile())
                .isEqualTo(new Profile(
                        "Ana",
                        null,
                        "en-GB",
                        "Europe/London",
                        null,
                        "Fibre 500",
                        40,
                        Level.HIGH,
                        0.3,
                        Map.of("worksFromHome", true),
                        null,
                        true,
                        null));
        var file = customers.find("put").orElseThrow();
        assertThat(file.identities()).containsExactly(new Identity("email", "ana@example.net", true));
        assertThat(file.changedAt()).isEqualTo(NOW);
        assertThat(customers.byIdentity("email", "ana@example.net")).contains("put");
    }

    @Test
    void a_claimed_identity_opens_nothing() {
        customers.change("claimed", NOTHING, List.of(new Identity("email", "x@example.net", false)), NOW);
        assertThat(customers.byIdentity("email", "x@example.net")).isEmpty();
    }

    @Test
    void leaves_the_identities_when_none_are_given() {
        customers.change("kept", NOTHING, List.of(new Identity("app", "u1", true)), NOW);
        customers.change("kept", valued("Bo"), null, NOW);
        assertThat(customers.find("kept").orElseThrow().identities()).hasSize(1);
        customers.change("kept", NOTHING, List.of(), NOW);
        assertThat(customers.find("kept").orElseThrow().identities()).isEmpty();
    }

    @Test
    void tells_the_history_newest_first_and_since_then() {
        customers.addHistory("history", List.of(query(20), query(3), remedy(1, Outcome.FAILED)), NOW);
        assertThat(customers.history("history", NOW.minus(Duration.ofDays(14))))
                .containsExactly(remedy(1, Outcome.FAILED), query(3));
        assertThat(customers.read("history", NOW.minus(Duration.ofDays(30))).ledger())
                .hasSize(3);
    }

    @Test
    void an_import_that_is_repeated_adds_nothing() {
        assertThat(customers.addHistory("twice", List.of(query(2), query(1)), NOW))
                .isEqualTo(2);
        assertThat(customers.addHistory("twice", List.of(query(2), query(1), query(0)), NOW))
                .isEqualTo(1);
    }

    @Test
    void writes_in_somebody_elses_commit_or_not_at_all() throws Exception {
        var append = customers.append("commit", List.of(query(0)));
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            append.write(connection);
            customers.saveEstimates("commit", "[1]", NOW).write(connection);
            connection.rollback();
        }
        assertThat(customers.history("commit", Instant.EPOCH)).isEmpty();
        assertThat(customers.read("commit", NOW).estimates()).isEmpty();
        commit(append);
        commit(customers.saveEstimates("commit", "[1]", NOW));
        commit(customers.saveEstimates("commit", "[1,2]", NOW));
        assertThat(customers.history("commit", Instant.EPOCH)).hasSize(1);
        assertThat(customers.read("commit", NOW).estimates()).isEqualTo("[1,2]");
    }

    @Test
    void changes_at_the_same_time_all_count() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> customers.change("busy", CustomersSuite::longer, NOW)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(customers.read("busy", NOW).settings().preferences().nickname())
                .hasSize(20);
    }

    private static Settings longer(Settings before) {
        String name = before.preferences().nickname();
        return before.with(new Preferences(null, null, (name == null ? "" : name) + "x", null, null));
    }

    @Test
    void without_personalisation_nothing_personal_is_read() throws Exception {
        customers.change("private", valued("Cy"), null, NOW);
        commit(customers.saveEstimates("private", "[1]", NOW));
        customers.change("private", s -> refusing(s, Purpose.PERSONALISATION), NOW);
        var record = customers.read("private", NOW);
        assertThat(record.mayEstimate()).isFalse();
        assertThat(record.estimates()).isEmpty();
        assertThat(record.profile().clv()).isNull();
        assertThat(record.profile().churn()).isNull();
        assertThat(record.profile().name()).isNull();
        assertThat(record.profile().plan()).isEqualTo("Fibre 500");
        assertThat(record.profile().vulnerable()).isTrue();
    }

    @Test
    void without_service_only_what_is_owed_is_read() {
        customers.change("silent", valued("Di"), null, NOW);
        customers.addHistory("silent", List.of(query(1)), NOW);
        customers.change("silent", s -> refusing(s, Purpose.SERVICE), NOW);
        var record = customers.read("silent", Instant.EPOCH);
        assertThat(record.ledger()).isEmpty();
        assertThat(record.profile().plan()).isNull();
        assertThat(record.profile().vulnerable()).isTrue();
    }

    private static Settings refusing(Settings settings, Purpose purpose) {
        return settings.with(settings.consents().with(purpose, new Consents.Choice(false, NOW)));
    }

    @Test
    void what_needs_a_yes_is_off_until_then() {
        assertThat(Consents.NONE.now())
                .containsEntry(Purpose.SERVICE, true)
                .containsEntry(Purpose.PERSONALISATION, true)
                .containsEntry(Purpose.PROACTIVE, false)
                .containsEntry(Purpose.MARKETING, false)
                .containsEntry(Purpose.IMPROVEMENT, false);
    }

    @Test
    void an_erased_customer_is_a_stranger() {
        customers.change("erased", valued("Ed"), List.of(new Identity("app", "ed", true)), NOW);
        customers.addHistory("erased", List.of(query(1)), NOW);
        customers.erase("erased");
        assertThat(customers.find("erased")).isEmpty();
        assertThat(customers.history("erased", Instant.EPOCH)).isEmpty();
        assertThat(customers.byIdentity("app", "ed")).isEmpty();
    }

    @Test
    void what_is_restricted_is_kept_but_reaches_no_turn() throws Exception {
        customers.change("disputed", valued("Flo"), null, NOW);
        customers.addHistory("disputed", List.of(query(1)), NOW);
        customers.change(
                "disputed", s -> s.with(s.consents().with(Purpose.IMPROVEMENT, new Consents.Choice(true, NOW))), NOW);
        commit(customers.saveEstimates("disputed", "[1]", NOW));
        var restriction = new Restriction(NOW, "contests the address", "sue");
        customers.restrict("disputed", restriction, NOW);

        var turn = customers.read("disputed", Instant.EPOCH);
        assertThat(turn.isRestricted()).isTrue();
        assertThat(turn.mayEstimate()).isFalse();
        assertThat(turn.ledger()).isEmpty();
        assertThat(turn.estimates()).isEmpty();
        assertThat(turn.profile().name()).isNull();
        assertThat(turn.profile().circumstances()).isNull();
        assertThat(turn.profile().vulnerable()).isTrue();
        assertThat(turn.settings().consents().now()).doesNotContainValue(true);
        assertThat(customers.settings("disputed").consents().granted(Purpose.IMPROVEMENT))
                .isTrue();

        var served = customers.serve("disputed", Instant.EPOCH);
        assertThat(served.profile().name()).isEqualTo("Flo");
        assertThat(served.ledger()).hasSize(1);
        assertThat(customers.find("disputed").orElseThrow().restriction()).isEqualTo(restriction);

        customers.restrict("disputed", null, NOW);
        assertThat(customers.read("disputed", Instant.EPOCH).profile().name()).isEqualTo("Flo");
        assertThat(customers.read("disputed", Instant.EPOCH).estimates()).isEqualTo("[1]");
    }

    @Test
    void a_restriction_goes_with_an_erased_customer() {
        customers.restrict("gone", new Restriction(NOW, "claim", "sue"), NOW);
        customers.erase("gone");
        assertThat(customers.read("gone", NOW).isRestricted()).isFalse();
        customers.change("gone", valued("Gus"), null, NOW);
        assertThat(customers.read("gone", NOW).isRestricted()).isFalse();
    }

    @Test
    void what_was_said_in_a_conversation_is_kept_with_time_channel_and_wording() throws Exception {
        commit(customers.saveEstimates("said", "[1]", NOW));
        var talk = new ConsentTalk(
                List.of(new ConsentTalk.Said(Purpose.PERSONALISATION, false, "own words/7")),
                Map.of("notice.web", "7"));
        commit(customers.settle("said", talk, "whatsapp", NOW));
        var record = customers.read("said", Instant.EPOCH);
        assertThat(record.settings().consents().said())
                .containsEntry(Purpose.PERSONALISATION, new Consents.Choice(false, NOW, "whatsapp", "own words/7"));
        assertThat(record.settings().notices().knows("notice.web", "7")).isTrue();
        assertThat(customers.find("said").orElseThrow().estimates())
                .as("what was observed is dropped")
                .isEmpty();
        assertThat(record.mayEstimate()).isFalse();
    }

    @Test
    void a_customer_is_called_what_they_want_to_be_called() {
        customers.change("called", valued("Margarete"), null, NOW);
        customers.change("called", s -> s.with(new Preferences(null, null, "Greta", null, null)), NOW);
        assertThat(customers.read("called", NOW).profile().nickname()).isEqualTo("Greta");
        customers.change("called", s -> refusing(s, Purpose.SERVICE), NOW);
        assertThat(customers.read("called", NOW).profile().nickname()).isEqualTo("Greta");
        assertThat(customers.read("called", NOW).profile().name()).isNull();
    }

    @Test
    void quiet_hours_end_in_the_customers_own_time() {
        var night = new Preferences.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30));
        ZoneId vienna = ZoneId.of("Europe/Vienna");
        for (String[] one : new String[][] {
            {"2026-03-01T20:59:00Z", "2026-03-01T20:59:00Z"},
            {"2026-03-01T21:00:00Z", "2026-03-02T06:30:00Z"},
            {"2026-03-02T03:00:00Z", "2026-03-02T06:30:00Z"},
            {"2026-03-02T06:30:00Z", "2026-03-02T06:30:00Z"}
        }) {
            assertThat(night.over(Instant.parse(one[0]), vienna)).as(one[0]).isEqualTo(one[1]);
        }
        var noon = new Preferences.QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.over(Instant.parse("2026-03-01T11:30:00Z"), vienna)).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(noon.over(Instant.parse("2026-03-01T22:30:00Z"), vienna)).isEqualTo("2026-03-01T22:30:00Z");
    }
}
