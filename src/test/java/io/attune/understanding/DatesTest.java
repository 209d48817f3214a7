package io.attune.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-21",
        "Tomorrow, 2026-11-22",
        "mañana, 2026-11-22",
        "gestern, 2026-11-20",
        "aujourd'hui, 2026-11-21",
        "Friday, 2026-11-27",
        "saturday, 2026-11-28",
        "miércoles, 2026-11-25",
        "jeudi, 2026-11-26",
        "Sonntag, 2026-11-22",
        "2027-02-03, 2027-02-03",
        "28/11, 2026-11-28",
        "5.1.27, 2027-01-05",
        "3/2/2027, 2027-02-03",
        "28 November, 2026-11-28",
        "3rd of january, 2027-01-03",
        "March 2nd, 2027-03-02",
        "1 août, 2026-08-01",
        "24. Dezember, 2026-12-24",
        "2 de julio, 2026-07-02"
    })
    void a_day_as_people_write_it(String written, LocalDate meant) {
        assertThat(Dates.resolve(written, TODAY)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 february", "2026-13-01", "soon", "", "99/99", "12 of nothing"})
    void what_is_no_day_is_none(String written) {
        assertThat(Dates.resolve(written, TODAY)).isEmpty();
    }
}
