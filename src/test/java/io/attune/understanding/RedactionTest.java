package io.attune.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my card is 4111 1111 1111 1111 ok? | 4111",
                "4111-1111-1111-1111 | 1111-1111",
                "5500005555555559 exp 12/27 | 5500005555555559",
                "cvv 123 | 123",
                "my PIN is 4821 | 4821",
                "the password is Hunter2! please fix | Hunter2",
                "mi contraseña es Perro99 | Perro99",
                "mot de passe : chaton | chaton",
                "Passwort: geheim | geheim",
                "der sms code lautet 882211 | 882211",
                "your code de sécurité est 771 | 771",
            })
    void takes_out_what_must_not_be_stored(String text, String secret) {
        assertThat(Redaction.redact(text)).doesNotContain(secret).contains("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my password is not working since yesterday",
                "the wifi password is wrong",
                "order 1234567890123 has not arrived",
                "I pay 49.99 for 500 mbps",
                "call me on +44 20 7946 0018",
                "error code 1202 on the tv",
            })
    void leaves_the_rest_alone(String text) {
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void keeps_the_words_around() {
        assertThat(Redaction.redact("please charge 4111111111111111, thanks"))
                .isEqualTo("please charge [card], thanks");
    }

    @Test
    void redacting_twice_changes_nothing_more() {
        String once = Redaction.redact("password: abc123 pin 9999 card 4111111111111111");
        assertThat(Redaction.redact(once)).isEqualTo(once);
    }
}
