package io.attune.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Domain;
import io.attune.aptitude.Estimates;
import io.attune.aptitude.Listener;
import io.attune.aptitude.Said;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers who know one field better than another: each field is estimated better apart than over all. */
class DomainsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int CUSTOMERS = 400;

    /** Root of the mean squared error, and how often who knows which field better is told right. */
    private record Result(double overall, double apart, double within, double ordered) {}

    private static Result of(Language language, double between, long seed) throws IOException {
        var bank = new SimulatedCustomers(language, seed);
        var random = new Random(seed);
        Listener listener = Listener.load(Path.of("models/lexicon"));
        double overall = 0;
        double apart = 0;
        int within = 0;
        int ordered = 0;
        int clear = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            double general = Math.sqrt(1.2 - between * between) * random.nextGaussian();
            double wifi = general + between * random.nextGaussian();
            double tv = general + between * random.nextGaussian();
            Beliefs beliefs = Beliefs.of(Beliefs.Kept.NOTHING, NOW);
            beliefs = heard(listener, beliefs, language, bank.messages(wifi, 4), Domain.WIFI, 1);
            beliefs = heard(listener, beliefs, language, bank.messages(tv, 4), Domain.TV, 11);
            Estimates now = beliefs.estimates(NOW, null);
            for (Domain domain : List.of(Domain.WIFI, Domain.TV)) {
                double truth = domain == Domain.WIFI ? wifi : tv;
                Estimates.Aptitude there = now.in(Optional.of(domain)).aptitude();
                overall += Math.pow(now.aptitude().mean() - truth, 2);
                apart += Math.pow(there.mean() - truth, 2);
                within += Math.abs(there.mean() - truth) <= 1.2816 * there.sd() ? 1 : 0;
            }
            if (Math.abs(wifi - tv) > 1) {
                clear++;
                double difference = now.domains().get(Domain.WIFI).mean()
                        - now.domains().get(Domain.TV).mean();
                ordered += difference * (wifi - tv) > 0 ? 1 : 0;
            }
        }
        double n = 2.0 * CUSTOMERS;
        return new Result(
                Math.sqrt(overall / n), Math.sqrt(apart / n), within / n, clear == 0 ? 1 : ordered / (double) clear);
    }

    private static Beliefs heard(
            Listener listener, Beliefs before, Language language, List<String> messages, Domain domain, long seq) {
        Beliefs beliefs = before;
        for (int i = 0; i < messages.size(); i++) {
            Said said = Said.of(messages.get(i), language, List.of(), null, seq + i);
            beliefs = listener.hear(beliefs, said, Mood.NEUTRAL, Optional.of(domain), NOW);
        }
        return beliefs;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fields_are_estimated_better_apart(Language language) throws IOException {
        Result differs = of(language, .775, 21);
        Result same = of(language, 0, 22);
        assertThat(differs.apart()).isLessThan(differs.overall() * .93);
        assertThat(differs.ordered()).isGreaterThan(.85);
        assertThat(differs.within()).isBetween(.7, .95);
        assertThat(same.apart()).as("little is lost where fields do not differ").isLessThan(same.overall() * 1.12);
    }
}
