package io.attune.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Language;
import io.attune.understanding.Understanding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped models, on sentences that stand in none of their files. */
class OpenNlpUnderstanderTest {
    private static OpenNlpUnderstander understander;

    @BeforeAll
    static void load() throws IOException {
        understander = OpenNlpUnderstander.load(Path.of("models"));
    }

    private static Understanding understand(String text) {
        return understander.understand(text, Language.EN);
    }

    private static boolean asksForAPerson(String text) {
        Understanding understanding = understand(text);
        return understanding.intent().equals("human_request")
                && understanding.ranking().stream()
                                .mapToDouble(Understanding.RankedIntent::confidence)
                                .sum()
                        <= 1 + 1e-9;
    }

    @ParameterizedTest
    @CsvSource({
        "my internet has been really slow since monday,internet_slow",
        "there is no internet at all in the house,internet_down",
        "why did my bill go up this month,bill_explain",
        "hello there,greeting",
        "yes please do that,affirm",
        "mi internet va lentisimo desde ayer,internet_slow",
        "ma connexion est super lente ce soir,internet_slow",
        "mein internet ist seit gestern extrem langsam,internet_slow",
    })
    void understands_everyday_wishes(String text, String intent) {
        assertThat(understand(text).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speek to a humn",
                "I want to talk to a real person",
                "get me an agent now",
                "let me speak with somebody pls",
                "can i tlak to a persn",
                "agent",
                "HUMAN PLEASE",
                "no more bots, transfer me to an operator",
                "my internet is slow and I am fed up, put me through to a person",
                "quiero hablar con una persona",
                "pasame con un ajente por favor",
                "kiero ablar con un umano",
                "necesito hablar con alguien real",
                "je veux parler a un conseiller",
                "passez moi un humain svp",
                "je voudrai parlé à une vrai personne",
                "ich möchte mit einem mensch sprechen",
                "bitte einen mitarbeiter",
                "ich will mit nem echten menschn reden",
                "verbinden sie mich mit einem berater",
            })
    void hears_a_request_for_a_person_in_every_language_and_spelling(String text) {
        assertThat(asksForAPerson(text)).isTrue();
        assertThat(understand(text).mood().has("human")
                        || understand(text).intent().equals("human_request"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are you a human?",
                "am I talking to a bot",
                "eres un robot?",
                "es-tu un robot ?",
                "bist du ein roboter",
                "my internet is slow",
                "the technician was very friendly",
            })
    void takes_no_other_talk_of_people_for_a_request(String text) {
        assertThat(understand(text).intent()).isNotEqualTo("human_request");
        assertThat(understand(text).mood().has("human")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keeps_the_language_of_the_conversation_when_a_message_says_nothing(Language prior) {
        for (String text : List.of("ok", "wifi", "router", "192.168.1.1", "123456", "?")) {
            assertThat(understander.understand(text, prior).language()).as(text).isEqualTo(prior);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tells_the_language_of_held_out_messages(Language language) throws IOException {
        List<Row> rows = Rows.read(Path.of("models/heldout", language.code() + ".tsv"));
        for (Language prior : Language.values()) {
            long right = rows.stream()
                    .filter(row -> understander.understand(row.text(), prior).language() == language)
                    .count();
            assertThat((double) right / rows.size()).as("prior " + prior).isGreaterThan(0.95);
        }
    }

    @ParameterizedTest
    @CsvSource({"EN,0.85", "ES,0.80", "FR,0.80", "DE,0.77"})
    void scores_on_held_out_messages(Language language, double atLeast) throws IOException {
        List<Row> rows = Rows.read(Path.of("models/heldout", language.code() + ".tsv"));
        long right = rows.stream()
                .filter(row ->
                        understander.understand(row.text(), language).intent().equals(row.label()))
                .count();
        assertThat((double) right / rows.size()).isGreaterThan(atLeast);
    }

    @Test
    void reads_a_mood_with_its_words() {
        var mood = understand("this is ridiculous, I am fed up, third time this week!!")
                .mood();
        assertThat(mood.frustration()).isGreaterThan(0.4);
        assertThat(mood.cues()).anyMatch(cue -> cue.kind().equals("frustration"));
        assertThat(understand("where do I find my bill").mood().frustration()).isZero();
    }

    @Test
    void any_text_gets_an_answer() {
        for (String text : List.of(" ", "\u0000", "🙂🙂", "x".repeat(4096), "汉字", "-- -- --", "a ".repeat(2048))) {
            assertThat(understand(text).ranking()).isNotEmpty();
        }
    }

    @Test
    void costs_little() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Row row : Rows.read(Path.of("models/heldout/en.tsv"))) {
            texts.add(row.text());
        }
        for (int i = 0; i < 5; i++) {
            texts.forEach(OpenNlpUnderstanderTest::understand);
        }
        long start = System.nanoTime();
        texts.forEach(OpenNlpUnderstanderTest::understand);
        assertThat((System.nanoTime() - start) / 1e6 / texts.size())
                .as("ms a message")
                .isLessThan(3);
    }
}
