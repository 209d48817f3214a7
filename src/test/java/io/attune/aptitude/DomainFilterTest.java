package io.attune.aptitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DomainFilterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static List<Observation> random(Random random, Domain... fields) {
        var observations = new ArrayList<Observation>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            Domain field = fields[random.nextInt(fields.length)];
            Observation one = random.nextBoolean()
                    ? Observation.of("said " + random.nextInt(12), "language", 2 * random.nextGaussian(), .4, i)
                    : Observation.step(
                            "step " + i,
                            1.5 * random.nextGaussian(),
                            random.nextInt(3) == 0 ? .3 : random.nextInt(2),
                            i);
            observations.add(one.in(field));
        }
        return observations;
    }

    private static double sum(Estimates.Aptitude aptitude) {
        return aptitude.evidence().stream()
                .mapToDouble(Estimates.Evidence::contribution)
                .sum();
    }

    @Test
    void contributions_add_up_in_every_field() {
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            DomainFilter.estimate(random(random, Domain.WIFI, Domain.TV, Domain.ACCOUNT, null), Map.of())
                    .forEach((domain, one) -> assertThat(sum(one)).isCloseTo(one.mean(), within(1e-9)));
        }
    }

    @Test
    void the_order_of_evidence_makes_no_difference() {
        var random = new Random(2);
        for (int i = 0; i < 200; i++) {
            List<Observation> some = random(random, Domain.WIFI, Domain.MOBILE, null);
            var before = DomainFilter.estimate(some, Map.of());
            Collections.shuffle(some, random);
            DomainFilter.estimate(some, Map.of())
                    .forEach((domain, one) ->
                            assertThat(one.mean()).isCloseTo(before.get(domain).mean(), within(1e-6)));
        }
    }

    @Test
    void one_field_alone_is_the_estimate_over_all() {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<Observation> some = random(random, Domain.TV);
            Estimates.Aptitude all = AptitudeFilter.estimate(some, Band.UNKNOWN);
            Estimates.Aptitude there = DomainFilter.estimate(some, Map.of()).get(Domain.TV);
            assertThat(there.mean()).isCloseTo(all.mean(), within(1e-6));
            assertThat(there.sd()).isCloseTo(all.sd(), within(1e-6));
            assertThat(there.band()).isEqualTo(all.band());
        }
    }

    @Test
    void another_field_tells_something_but_less_than_the_field_itself() {
        List<Observation> wifi = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wifi.add(Observation.of("said " + i, "language", 2, .5, i).in(Domain.WIFI));
        }
        var one = Observation.of("said in tv", "language", 0, .1, 9).in(Domain.TV);
        wifi.add(one);
        var estimates = DomainFilter.estimate(wifi, Map.of());
        assertThat(estimates.get(Domain.WIFI).mean()).isGreaterThan(1.3);
        assertThat(estimates.get(Domain.TV).mean()).isBetween(.3, 1.0);
        assertThat(estimates.get(Domain.TV).sd())
                .isGreaterThan(estimates.get(Domain.WIFI).sd());
        assertThat(estimates).doesNotContainKey(Domain.MOBILE);
    }

    @Test
    void the_estimate_over_all_takes_no_notice_of_fields_also_after_a_year() {
        var random = new Random(4);
        for (int i = 0; i < 100; i++) {
            List<Observation> fielded = random(random, Domain.WIFI, Domain.TV, null);
            List<Observation> plain = fielded.stream()
                    .map(o -> new Observation(
                            o.what(), o.kind(), o.z(), o.information(), o.difficulty(), o.outcome(), o.seq(), null))
                    .toList();
            for (Duration later : List.of(Duration.ZERO, Duration.ofDays(200))) {
                assertThat(overall(fielded, later)).isCloseTo(overall(plain, later), within(1e-9));
            }
        }
    }

    private static double overall(List<Observation> observations, Duration later) {
        return beliefs(observations, later).estimates(NOW, null).aptitude().mean();
    }

    private static Beliefs beliefs(List<Observation> observations, Duration later) {
        var kept = new Beliefs.Kept(
                observations.subList(Math.max(0, observations.size() - 64), observations.size()),
                List.of(),
                Band.UNKNOWN,
                NOW,
                List.of(),
                Map.of());
        return Beliefs.of(kept, NOW.plus(later));
    }

    @Test
    void what_was_known_of_a_field_fades_but_stays_apart_until_the_next_conversation() {
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seen.add(Observation.of("w" + i, "language", 2, .5, i).in(Domain.WIFI));
            seen.add(Observation.of("t" + i, "language", -1.5, .5, i).in(Domain.TV));
        }
        var now = beliefs(seen, Duration.ZERO).estimates(NOW, null).domains();
        var then = beliefs(seen, Duration.ofDays(90)).estimates(NOW, null).domains();
        double gapNow = now.get(Domain.WIFI).mean() - now.get(Domain.TV).mean();
        double gapThen = then.get(Domain.WIFI).mean() - then.get(Domain.TV).mean();
        assertThat(gapThen).isBetween(.2 * gapNow, .95 * gapNow);
        assertThat(then.get(Domain.WIFI).sd())
                .isGreaterThan(now.get(Domain.WIFI).sd());
    }

    @Test
    void what_was_kept_before_there_were_fields_can_be_read() throws IOException {
        ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
        var kept = json.readValue("""
                {"observations":[{"what":"x","kind":"language","z":1.0,"information":0.5,"difficulty":0.0,
                "outcome":-1.0,"seq":3,"step":false}],"signs":[],"band":"mid"}""".replace(",\"step\":false", ""), Beliefs.Kept.class);
        assertThat(kept.bands()).isEmpty();
        assertThat(kept.observations().getFirst().domain()).isNull();
        assertThat(Beliefs.of(kept, NOW).estimates(NOW, null).domains()).isEmpty();
    }

    /** A matter of a field must not be estimated as one of none because an intent was renamed. */
    @Test
    void every_field_has_intents_that_exist() throws IOException {
        List<String> intents = Files.readAllLines(Path.of("models/intents.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        assertThat(intents.stream()
                        .flatMap(intent -> Domain.of(intent).stream())
                        .distinct())
                .containsExactlyInAnyOrder(Domain.values());
        assertThat(Domain.of("human_request")).isEmpty();
        assertThat(Domain.of("greeting")).isEmpty();
    }
}
