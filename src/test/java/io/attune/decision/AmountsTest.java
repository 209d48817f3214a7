package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.50 EUR         | EN | €12.50
                    14.20 GBP         | EN | £14.20
                    20 EUR            | EN | €20
                    12.50 EUR         | ES | 12,50 €
                    12.50 EUR         | FR | 12,50 €
                    1249.5 EUR        | FR | 1 249,50 €
                    12.50 EUR         | DE | 12,50 €
                    1249.50 EUR       | DE | 1.249,50 €
                    """)
    void reads_as_people_of_the_language_write_it(String value, Language language, String readable) {
        assertThat(Amounts.readable(value, language)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({"12.50 XYZ", "12.50", "Fibre 300 EUR", "12.505 EUR", "CA-7"})
    void what_is_no_amount_stays_as_it_is(String value) {
        assertThat(Amounts.readable(value, Language.DE)).isEqualTo(value);
    }
}
