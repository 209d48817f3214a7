package io.attune.aptitude;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.message.Compose;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageEvidenceTest {
    private static final List<String> MESSAGES = List.of(
            "the downstream noise margin is down to 3 dB and I see thousands of CRC errors on the modem",
            "my internet is slow",
            "bufferbloat is terrible, latency climbs to 300 ms under load, I run SQM on my own router",
            "the box thingy has a red light and nothing works",
            "I changed the DNS server to 1.1.1.1 and rebooted the router, packet loss stays at 4 percent",
            "my grandson set it up, I'm not good with computers",
            "wifi is weak in the bedroom, the router is in the hall, should I use 5 ghz or 2.4 ghz",
            "traceroute shows the loss begins at the second hop behind the CGNAT");

    private static LanguageEvidence evidence;

    @BeforeAll
    static void load() throws IOException {
        Path folder = Path.of("models/lexicon");
        Lexicon lexicon = Lexicon.load(folder);
        SkillBook skills = SkillBook.load(folder);
        evidence = new LanguageEvidence(lexicon, skills, Spelling.load(folder, lexicon, skills));
    }

    private static List<Observation> observe(String text, String... echo) {
        return evidence.observe(Said.of(text, Language.EN, List.of(echo), null, 1));
    }

    private static double mean(String text, String... echo) {
        return AptitudeFilter.estimate(observe(text, echo), Band.UNKNOWN).mean();
    }

    @Test
    void ranks_an_expert_above_a_layperson() {
        assertThat(mean(MESSAGES.get(0))).isGreaterThan(0.5);
        assertThat(mean(MESSAGES.get(2))).isGreaterThan(0.5);
        assertThat(mean(MESSAGES.get(1))).isBetween(-0.3, 0.0);
        assertThat(mean(MESSAGES.get(3))).isLessThan(-0.2);
        assertThat(mean(MESSAGES.get(5))).isLessThan(-0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "yes", "no", "thanks a lot", "hello", "done", "", "1"})
    void sees_no_evidence_where_there_is_none(String text) {
        assertThat(observe(text)).isEmpty();
    }

    @Test
    void words_taken_from_the_bot_weigh_nothing() {
        String text = "the noise margin and the CRC errors, you say";
        assertThat(mean(text)).isGreaterThan(0.4);
        assertThat(observe(text, "Please look up the noise margin and the CRC errors."))
                .isEmpty();
    }

    @Test
    void words_in_quotes_or_pasted_weigh_nothing() {
        assertThat(observe("it says \"DNS server not responding, CGNAT lease expired\""))
                .isEmpty();
        var pasted = new Compose(null, null, null, 25, 0, 1, true, 0, "keyboard");
        String text = "This is what I see here.\n" + MESSAGES.get(0);
        assertThat(evidence.observe(Said.of(text, Language.EN, List.of(), pasted, 1)))
                .noneMatch(observation -> observation.what().contains("term of the trade"));
    }

    @Test
    void capitals_and_punctuation_make_no_difference() {
        for (String text : MESSAGES) {
            double plain = mean(text);
            assertThat(mean(text.toUpperCase(Locale.ROOT))).as(text).isEqualTo(plain);
            assertThat(mean(text.toLowerCase(Locale.ROOT).replace(",", "")))
                    .as(text)
                    .isEqualTo(plain);
        }
    }

    @Test
    void typing_slips_shift_the_mean_little() {
        Random random = new Random(3);
        double total = 0;
        int runs = 0;
        for (String text : MESSAGES) {
            for (int i = 0; i < 40; i++) {
                total += Math.abs(mean(withSlip(text, random)) - mean(text));
                runs++;
            }
        }
        assertThat(total / runs).isLessThan(0.1);
    }

    /** Swaps two letters inside one of the longer words. */
    private static String withSlip(String text, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 2; i + 2 < text.length(); i++) {
            boolean inside = text.substring(i - 2, i + 3).chars().allMatch(Character::isLetter);
            if (inside) {
                places.add(i);
            }
        }
        int at = places.get(random.nextInt(places.size()));
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    @Test
    void a_term_used_against_its_meaning_lowers_the_estimate() {
        assertThat(mean("I unplugged the IP address and the bufferbloat is still there"))
                .isNegative();
        assertThat(mean("my latency is 40 mbps on the traceroute")).isNegative();
        assertThat(mean("my latency is 40 ms on the traceroute")).isPositive();
    }

    @Test
    void works_in_every_language() {
        record Case(Language language, String expert, String novice) {}
        for (Case one : List.of(
                new Case(
                        Language.ES,
                        "el traceroute muestra pérdida de paquetes y bufferbloat",
                        "no entiendo nada de ordenadores"),
                new Case(
                        Language.FR,
                        "le traceroute montre du bufferbloat et du CGNAT",
                        "je n'y connais rien en informatique"),
                new Case(
                        Language.DE,
                        "der traceroute zeigt paketverlust und bufferbloat hinter dem CGNAT",
                        "ich kenne mich nicht aus mit technik"))) {
            assertThat(of(one.language, one.expert)).as(one.expert).isGreaterThan(0.3);
            assertThat(of(one.language, one.novice)).as(one.novice).isLessThan(-0.1);
        }
    }

    private static double of(Language language, String text) {
        return AptitudeFilter.estimate(evidence.observe(Said.of(text, language, List.of(), null, 1)), Band.UNKNOWN)
                .mean();
    }
}
