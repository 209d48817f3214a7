package io.attune.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.candidate.store.CandidateStore;
import io.attune.customer.Consents;
import io.attune.customer.Customers;
import io.attune.customer.Purpose;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was not understood is collected, labelled, given out and forgotten, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CandidateSuite {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Database database;
    private Candidates candidates;

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 4);
        candidates = new Candidates(new CandidateStore(database));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.jdbi().useHandle(h -> h.execute("delete from candidate"));
    }

    private static Unclear message(String customer, String conv, long seq, Language language, String text, Instant at) {
        var understanding = new Understanding(
                language,
                List.of(
                        new RankedIntent("oos", .4),
                        new RankedIntent("bill_explain", .2),
                        new RankedIntent("greeting", .1),
                        new RankedIntent("affirm", .05)),
                List.of(),
                Mood.NEUTRAL);
        return new Unclear(
                customer, conv, seq, text, understanding, List.of("Ana Ruiz"), Candidate.Reason.NOT_UNDERSTOOD, 2, at);
    }

    private void collect(Unclear... messages) throws Exception {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            for (InCommit write : candidates.collect(List.of(messages))) {
                write.write(connection);
            }
            connection.commit();
        }
    }

    private void collect(String customer, String conv, long seq, String text) throws Exception {
        collect(message(customer, conv, seq, Language.EN, text, NOW.plusSeconds(seq)));
    }

    private List<Candidate> open(int limit, int offset) {
        return candidates.page(Candidate.State.OPEN, null, limit, offset).items();
    }

    @Test
    void what_is_kept_is_masked() throws Exception {
        collect("ana", "c1", 1, "Ana here, my card 4111 1111 1111 1111 and 07700 900123");
        Candidate kept = open(10, 0).getFirst();
        assertThat(kept.text()).isEqualTo("[name] here, my card [card] and 00000 000000");
        assertThat(kept.ranking()).extracting(RankedIntent::intent).containsExactly("oos", "bill_explain", "greeting");
        assertThat(kept.reason()).isEqualTo(Candidate.Reason.NOT_UNDERSTOOD);
        assertThat(kept.times()).isEqualTo(2);
        assertThat(kept.lastAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void what_has_no_word_is_not_kept() throws Exception {
        collect("ana", "c1", 1, "123456 ?!");
        assertThat(open(10, 0)).isEmpty();
    }

    @Test
    void the_same_words_are_one_and_what_many_wrote_comes_first() throws Exception {
        collect("ana", "c1", 1, "the thing is doing the thing");
        collect("bo", "c2", 2, "It blinks purple");
        collect("cy", "c3", 3, "it  blinks PURPLE");
        collect("cy", "c3", 4, "it blinks purple");
        assertThat(open(10, 0)).extracting(Candidate::conversations).containsExactly(2, 1);
        assertThat(open(1, 1)).extracting(Candidate::text).containsExactly("the thing is doing the thing");
        assertThat(candidates.page(Candidate.State.OPEN, null, 1, 0).total()).isEqualTo(2);
    }

    @Test
    void languages_are_told_apart() throws Exception {
        collect(message("ana", "c1", 1, Language.ES, "eh?", NOW), message("ana", "c1", 2, Language.FR, "eh?", NOW));
        assertThat(open(10, 0)).hasSize(2);
        assertThat(candidates.page(Candidate.State.OPEN, Language.ES, 10, 0).items())
                .extracting(Candidate::language)
                .containsExactly(Language.ES);
    }

    @Test
    void a_label_holds_for_whoever_writes_the_same_later() throws Exception {
        collect("ana", "c1", 1, "it blinks purple");
        String id = open(10, 0).getFirst().id();
        assertThat(candidates.label(id, "equipment_lights", "admin", NOW)).isTrue();
        collect("bo", "c2", 2, "It blinks purple");
        assertThat(open(10, 0)).isEmpty();
        Candidate labelled = candidates.find(id).orElseThrow();
        assertThat(labelled.intent()).isEqualTo("equipment_lights");
        assertThat(labelled.labelledBy()).isEqualTo("admin");
        assertThat(labelled.conversations()).isEqualTo(2);
    }

    @Test
    void a_label_can_be_changed_and_taken_back() throws Exception {
        collect("ana", "c1", 1, "it blinks purple");
        String id = open(10, 0).getFirst().id();
        candidates.label(id, "one", "admin", NOW);
        candidates.dismiss(id, "admin", NOW);
        assertThat(candidates.find(id).orElseThrow().intent()).isNull();
        assertThat(candidates.trainingLines(Language.EN)).isEmpty();
        candidates.reopen(id, NOW);
        assertThat(open(10, 0)).hasSize(1);
        assertThat(candidates.label("no-such", "one", "admin", NOW)).isFalse();
    }

    @Test
    void labelled_texts_are_lines_to_train_on() throws Exception {
        collect("ana", "c1", 1, "it blinks\tpurple\nall day");
        collect("ana", "c1", 2, "and it hums");
        for (Candidate one : open(10, 0)) {
            candidates.label(one.id(), one.text().contains("hums") ? "a_hum" : "b_light", "admin", NOW);
        }
        assertThat(candidates.trainingLines(Language.EN))
                .containsExactly("a_hum\tand it hums", "b_light\tit blinks purple all day");
        assertThat(candidates.trainingLines(Language.DE)).isEmpty();
    }

    @Test
    void goes_with_the_customer_and_stays_of_others() throws Exception {
        collect("ana", "c1", 1, "it blinks purple");
        collect("bo", "c2", 2, "it blinks purple");
        assertThat((List<?>) candidates.export("ana")).hasSize(1);
        candidates.erase("ana");
        assertThat((List<?>) candidates.export("ana")).isEmpty();
        assertThat(open(10, 0)).extracting(Candidate::conversations).containsExactly(1);
    }

    @Test
    void goes_when_the_consent_is_withdrawn() throws Exception {
        collect("ana", "c1", 1, "it blinks purple");
        candidates.consentsChanged("ana", Consents.NONE.with(Purpose.IMPROVEMENT, new Consents.Choice(true, NOW)));
        assertThat(open(10, 0)).hasSize(1);
        candidates.consentsChanged("ana", Consents.NONE.with(Purpose.IMPROVEMENT, new Consents.Choice(false, NOW)));
        assertThat(open(10, 0)).isEmpty();
    }

    @Test
    void goes_when_its_time_is_over_or_nobody_consents_any_more() throws Exception {
        Customers customers = new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule()));
        customers.change(
                "agrees", s -> s.with(s.consents().with(Purpose.IMPROVEMENT, new Consents.Choice(true, NOW))), NOW);
        collect(message("agrees", "c1", 1, Language.EN, "old words", NOW.minus(Duration.ofDays(200))));
        collect("agrees", "c1", 2, "new words");
        collect("silent", "c2", 3, "never agreed");
        var old = new OldCandidates(new CandidateStore(database), customers, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(old.removeBefore(NOW.minus(Duration.ofDays(180)))).isEqualTo(2);
        assertThat(open(10, 0)).extracting(Candidate::text).containsExactly("new words");
    }
}
