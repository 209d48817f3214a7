package io.attune.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A profile's values: which of two holds, and which may be used. */
class DossierTest {
    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    private static Given told(int minute, String source, Map<String, Object> fields) {
        return Given.of(fields, Origin.of(source, T.plusSeconds(60L * minute)));
    }

    @Test
    void the_later_word_holds_in_whatever_order_it_comes() {
        Given early = told(0, "crm", Map.of("plan", "Fibre 100"));
        Given late = told(5, "billing", Map.of("plan", "Fibre 500"));
        assertThat(Dossier.EMPTY.after(early).after(late).whole().plan()).isEqualTo("Fibre 500");
        assertThat(Dossier.EMPTY.after(late).after(early).whole().plan()).isEqualTo("Fibre 500");
    }

    @Test
    void what_the_customer_corrected_stays_corrected() {
        Dossier corrected = Dossier.EMPTY
                .after(told(0, "crm", Map.of("household", "family of four", "churn", 0.8)))
                .after(told(1, Origin.CUSTOMER, Map.of("household", "lives alone")))
                .after(told(1, Origin.CUSTOMER, Collections.singletonMap("churn", null)))
                .after(told(9, "crm", Map.of("household", "family of five", "churn", 0.9)));
        assertThat(corrected.whole().household()).isEqualTo("lives alone");
        assertThat(corrected.whole().churn()).isNull();
    }

    @Test
    void circumstances_are_replaced_as_a_whole() {
        Dossier before = Dossier.EMPTY.after(told(0, "crm", Map.of("circumstances", Map.of("a", 1, "b", 2))));
        Dossier after = before.after(told(0, "crm", Map.of("circumstances", Map.of("b", 3))));
        assertThat(after.whole().circumstances()).isEqualTo(Map.of("b", 3));
        assertThat(before.after(told(1, "crm", Collections.singletonMap("circumstances", null)))
                        .whole()
                        .circumstances())
                .isNull();
    }

    @Test
    void a_circumstance_is_kept_for_its_own_purpose() {
        Origin now = Origin.of("crm", T);
        Dossier dossier = Dossier.EMPTY.after(new Given(
                Map.of("circumstances", Map.of("area", "1010", "likesOffers", true)),
                now,
                Map.of("circumstances.likesOffers", new Origin("crm", T, 1, Purpose.MARKETING))));
        assertThat(dossier.under(Consents.NONE).circumstances()).isEqualTo(Map.of("area", "1010"));
        var granted = Consents.NONE.with(Purpose.MARKETING, new Consents.Choice(true, T));
        assertThat(dossier.under(granted).circumstances()).containsKey("likesOffers");
    }

    @Test
    void nobody_moves_a_field_to_another_purpose() {
        var told = new HashMap<String, Object>(Map.of("clv", "high"));
        Dossier dossier = Dossier.EMPTY.after(
                new Given(told, Origin.of("crm", T), Map.of("clv", new Origin("crm", T, 1, Purpose.SERVICE))));
        var refused = Consents.NONE.with(Purpose.PERSONALISATION, new Consents.Choice(false, T));
        assertThat(dossier.under(refused).clv()).isNull();
    }
}
