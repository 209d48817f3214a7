package io.attune.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Estimates against conversations that a person rated, and against simulated customers: what is promised of them holds. */
class EstimatesTest {
    private static Assessor assessor;

    @BeforeAll
    static void load() throws IOException {
        assessor = Assessors.shipped();
    }

    private static void holds(Scores scores) {
        assertThat(scores.first()).as("after one message").isGreaterThan(0.65);
        assertThat(scores.second()).as("after two").isGreaterThan(0.72);
        assertThat(scores.all()).as("over all").isGreaterThan(0.80);
        assertThat(scores.opposite()).as("in the opposite band").isLessThanOrEqualTo(0.02);
        assertThat(scores.within()).as("inside the 80 % interval").isGreaterThan(0.75);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ranks_conversations_as_the_person_who_rated_them(Language language) throws IOException {
        holds(Scores.of(RatedByHand.heldOut(language), assessor));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ranks_simulated_customers_by_how_technical_they_are(Language language) throws IOException {
        holds(Scores.of(new SimulatedCustomers(language, 11).draw(150), assessor));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ranks_single_first_messages(Language language) throws IOException {
        Path file = Path.of("src/test/resources/estimates", "first-" + language.code() + ".tsv");
        List<Rated> messages = Files.readAllLines(file).stream()
                .map(line -> line.split("\t"))
                .map(parts -> new Rated(
                        parts[1],
                        language,
                        Double.parseDouble(parts[0]),
                        List.of(RatedByHand.customer(parts[1], null, null))))
                .toList();
        assertThat(Scores.of(messages, assessor).first()).isGreaterThan(0.75);
    }

    @ParameterizedTest
    @EnumSource(Twins.class)
    void stays_where_it_is_for_who_writes_otherwise(Twins twins) throws IOException {
        for (Language language : Language.values()) {
            for (List<Rated> cases :
                    List.of(RatedByHand.read(language), new SimulatedCustomers(language, 12).draw(40))) {
                Scores.Shift shift = Scores.Shift.of(cases, twins, assessor);
                assertThat(shift.mean()).as(language + " mean shift").isLessThan(0.1);
                assertThat(shift.most()).as(language + " " + shift.where()).isLessThan(0.35);
            }
        }
    }
}
