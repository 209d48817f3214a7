package io.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What worked and did not last; and which query is the same again. */
class ReturnsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static LedgerEntry entry(Duration ago, String intent, Outcome outcome, String words) {
        return new LedgerEntry(
                NOW.minus(ago),
                "web",
                intent,
                outcome == null ? null : "slow/restart",
                outcome,
                null,
                words == null ? null : WordPrint.of(words).orElseThrow());
    }

    private static Outcome ended(LedgerEntry later, Duration workedAgo) {
        var worked = entry(workedAgo, "internet_slow", Outcome.WORKED, "netflix keeps buffering every evening");
        return Returns.marked(List.of(later, worked)).getLast().outcome();
    }

    @Test
    void what_worked_came_back_when_the_same_is_asked_within_two_weeks() {
        var again = entry(Duration.ZERO, "internet_slow", null, null);
        assertThat(ended(again, Duration.ofDays(14))).isEqualTo(Outcome.CAME_BACK);
        assertThat(ended(again, Duration.ofDays(15))).isEqualTo(Outcome.WORKED);
        assertThat(ended(again, Duration.ofMinutes(59))).isEqualTo(Outcome.WORKED);
    }

    @Test
    void another_query_says_nothing_of_it() {
        assertThat(ended(entry(Duration.ZERO, "explain_bill", null, null), Duration.ofDays(3)))
                .isEqualTo(Outcome.WORKED);
    }

    @Test
    void the_same_words_are_the_same_query_under_another_intent() {
        var words = entry(Duration.ZERO, "tv_picture", null, "Every evening Netflix is buffering");
        assertThat(ended(words, Duration.ofDays(3))).isEqualTo(Outcome.CAME_BACK);
        var others = entry(Duration.ZERO, "tv_picture", null, "My remote control lost its pairing");
        assertThat(ended(others, Duration.ofDays(3))).isEqualTo(Outcome.WORKED);
    }

    @Test
    void few_words_have_no_print() {
        assertThat(WordPrint.of("too slow!")).isEmpty();
        assertThat(WordPrint.of("")).isEmpty();
        assertThat(WordPrint.of("internet langsam, ständig Abbrüche")).isPresent();
        assertThat(WordPrint.of("Internet LANGSAM ständig abbruche"))
                .isEqualTo(WordPrint.of("internet langsam, ständig Abbrüche"));
    }
}
