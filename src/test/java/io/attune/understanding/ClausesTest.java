package io.attune.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void a_message_falls_apart_where_a_wish_may_end() {
        assertThat(Clauses.of("my internet is slow and I want to pay my bill"))
                .containsExactly("my internet is slow", "I want to pay my bill");
        assertThat(Clauses.of("Mein Internet ist langsam, und die Rechnung ist zu hoch."))
                .containsExactly("Mein Internet ist langsam", "die Rechnung ist zu hoch");
        assertThat(Clauses.of("Hola. Mi internet va lento y además quiero pagar la factura"))
                .containsExactly("Mi internet va lento", "quiero pagar la factura");
    }

    @Test
    void what_is_too_short_to_be_a_wish_stays_where_it_is() {
        assertThat(Clauses.of("slow and unstable")).isEmpty();
        assertThat(Clauses.of("it is 54.90 and no more")).isEmpty();
        assertThat(Clauses.of("")).isEmpty();
    }
}
