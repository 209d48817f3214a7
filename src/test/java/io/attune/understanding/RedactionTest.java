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
                "my password is sunflower | sunflower",
                "the password for my account is Tr0ub4dor | Tr0ub4dor",
                "pw: abc123 | abc123",
                "log in with bob and password hunter2 | hunter2",
                "network key 9F3A77C2 | 9F3A77C2",
                "la contraseña del wifi es CasaAzul9 | CasaAzul9",
                "Kennwort Sommer99 | Sommer99",
                "my pin number is 4821 | 4821",
                "the one time code you sent is 882211 | 882211",
                "code from the text is 123456 | 123456",
                "el código que me llegó es 556677 | 556677",
                "le code reçu par sms est 445566 | 445566",
                "der Code aus der SMS ist 778899 | 778899",
                "the 3 digits on the back are 123 | 123",
                "4111111111111111 exp 12/27 987 | 987",
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
                "the code is 4021 on the box",
                "el código de error es 4021",
                "zip code is 90210",
                "the password is forgotten",
                "my password is not accepted",
                "contraseña incorrecta",
                "mein Passwort ist falsch",
                "mot de passe oublié, que faire en 2026",
                "I pass 4 exams",
                "la clave es que no funciona",
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
