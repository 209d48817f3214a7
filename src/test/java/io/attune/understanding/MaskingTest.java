package io.attune.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static String masked(String text) {
        return Masking.mask(text, List.of("Maria del Carmen Ruiz", "Mari"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call me on 07700 900123 | call me on 00000 000000",
                "my account number AB-1234567 is blocked | my account number XX-0000000 is blocked",
                "order 445566 is late | order 000000 is late",
                "I live at SW1A 1AA | I live at XX0X 0XX",
                "write to ana.lopez+x@example.co.uk please | write to [email] please",
                "see https://example.net/a?token=abc | see [link]",
                "my name is anna and it is slow | my name is [name] and it is slow",
                "My name is Anna Maria Smith, hi | My name is [name], hi",
                "me llamo Pedro y no tengo internet | me llamo [name] y no tengo internet",
                "je m'appelle Luc Martin | je m'appelle [name]",
                "ich heiße Jürgen Müller und warte | ich heiße [name] und warte",
                "Mr Jones here | Mr [name] here",
                "hier ist Frau Schmidt | hier ist Frau [name]",
                "This is Peter calling about the bill | This is [name] calling about the bill",
                "please help. Kind regards, Tom Baker | please help. Kind regards, [name]",
                "we moved to 12 Old Mill Road | we moved to [address]",
                "vivo en calle de Alcalá 45 | vivo en [address]",
                "ich wohne in der Lindenstraße 7 | ich wohne in der [address]",
                "j'habite 12 rue de la Paix | j'habite [address]",
                "born 21/03/1980 | born 00/00/0000",
                "the router is 192.168.100.1 | the router is 000.000.000.0",
                "mac AA:BB:CC:11:22:33 | mac XX:XX:XX:00:00:00",
                "María says it drops | [name] says it drops",
                "card 4111 1111 1111 1111 | card [card]",
            })
    void takes_out_what_leads_to_somebody(String text, String kept) {
        assertThat(masked(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I get 38 of my 500 meg",
                "the tv says error 4021",
                "you charged me £34.99 twice since March",
                "it drops every day at 7:30 pm",
                "I am so angry with you",
                "ich bin Kunde seit 2019",
                "the market is closed",
                "mi factura subió 12,50 €",
            })
    void leaves_what_it_is_about(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my name is anna, 07700 900123, a@b.de", "order 12345678 pin 9999 for Mr Jones", ""})
    void masking_twice_changes_nothing_more(String text) {
        assertThat(masked(masked(text))).isEqualTo(masked(text));
    }

    @Test
    void the_classifier_sees_a_number_as_before() {
        assertThat(masked("my number 5551234567")).isEqualTo("my number 0000000000");
    }
}
