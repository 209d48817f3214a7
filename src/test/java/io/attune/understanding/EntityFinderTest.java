package io.attune.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I get 38 mbps of my 500 meg | speed | 38 Mbit/s",
                "nur 16,5 Mbit/s statt 100 | speed | 16.5 Mbit/s",
                "ping is 120ms in games | latency | 120 ms",
                "downstream power is -12.5 dBmV | signal | -12.5 dBmV",
                "you charged me £34.99 twice | amount | 34.99 GBP",
                "me cobraron 25,50 € de más | amount | 25.50 EUR",
                "40 euros de trop sur ma facture | amount | 40 EUR",
                "it drops every day at 7:30 pm | time | 19:30",
                "um 18 Uhr ist es weg | time | 18:00",
                "since yesterday nothing works | date | yesterday",
                "le technicien devait venir le 12 mars | date | 12 mars",
                "the tv says error 4021 | error | 4021",
                "modem log shows T3 timeouts | error | T3",
                "order number AB-123456 has not come | order | AB-123456",
                "meine Kundennummer: 99887766 | account | 99887766",
                "call me on +44 20 7946 0018 please | phone | +442079460018",
                "I moved to SW1A 1AA last week | postcode | SW1A 1AA",
                "router is at 192.168.1.1 | ip | 192.168.1.1",
                "I have 3 GB left | data | 3 GB",
            })
    void finds_what_is_named(String text, String type, String value) {
        assertThat(EntityFinder.find(text)).anySatisfy(entity -> {
            assertThat(entity.type()).isEqualTo(type);
            assertThat(entity.value()).isEqualTo(value);
        });
    }

    @Test
    void finds_nothing_where_nothing_is_named() {
        assertThat(EntityFinder.find("my internet is so slow, can you help me please"))
                .isEmpty();
        assertThat(EntityFinder.find("999.888.777.666 is no address"))
                .noneMatch(entity -> entity.type().equals("ip"));
    }

    @Test
    void a_card_number_shows_its_last_four_digits_only() {
        var entity = EntityFinder.find("pay with 4111 1111 1111 1111 now").getFirst();
        assertThat(entity.type()).isEqualTo("card");
        assertThat(entity.value()).endsWith("1111").doesNotContain("4111 ");
    }

    @Test
    void entities_do_not_overlap_and_stand_in_order() {
        var found = EntityFinder.find("on 12 March at 7:30 pm I had 5 mbps for £40, order 1234567");
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void no_text_makes_it_slow() {
        for (String part : new String[] {"0 ", "1-", "00", "+1 ", "a1", "1.", "12:", "0(", ".0/"}) {
            String text = part.repeat(4096 / part.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> EntityFinder.find(text));
            assertThatCode(() -> Redaction.redact(text)).doesNotThrowAnyException();
        }
    }
}
