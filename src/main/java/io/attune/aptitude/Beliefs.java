package io.attune.aptitude;

import io.attune.customer.Detail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been observed of a customer, from which they are estimated anew each turn; and whether this turn added to it.
 *
 * @param kept what is stored
 * @param isChanged whether it differs from what was read
 */
public record Beliefs(Kept kept, boolean isChanged) {
    private static final int LAST = 64;
    private static final int REPLIES = 12;
    /** After this long, what was observed is carried over as one observation and fades. */
    private static final Duration SESSION = Duration.ofDays(1);

    /**
     * @param band the last one: it is left only on clear evidence
     * @param at of the latest observation
     * @param replies how long the last answers took
     * @param bands the last one in each field
     */
    public record Kept(
            List<Observation> observations,
            List<Sign> signs,
            Band band,
            @Nullable Instant at,
            List<Pace.Reply> replies,
            Map<Domain, Band> bands) {
        public static final Kept NOTHING = new Kept(List.of(), List.of(), Band.UNKNOWN, null, List.of(), Map.of());

        /**
         * @param replies missing where they were not kept yet
         * @param bands missing where they were not kept yet
         */
        public Kept(
                List<Observation> observations,
                List<Sign> signs,
                Band band,
                @Nullable Instant at,
                @Nullable List<Pace.Reply> replies,
                @Nullable Map<Domain, Band> bands) {
            this.observations = List.copyOf(observations);
            this.signs = List.copyOf(signs);
            this.band = band;
            this.at = at;
            this.replies = replies == null ? List.of() : List.copyOf(replies);
            this.bands = bands == null ? Map.of() : Map.copyOf(bands);
        }
    }

    public record Sign(Willingness willingness, Instant at) {}

    public static Beliefs of(Kept kept, Instant now) {
        Instant last = kept.at();
        if (last == null
                || kept.observations().isEmpty()
                || Duration.between(last, now).compareTo(SESSION) < 0) {
            return new Beliefs(kept, false);
        }
        double days = Duration.between(last, now).toMillis() / 86_400_000.0;
        Estimates.Aptitude then = AptitudeFilter.estimate(kept.observations(), kept.band());
        return new Beliefs(
                new Kept(
                        CarryOver.of(kept.observations(), then, days),
                        kept.signs(),
                        kept.band(),
                        now,
                        List.of(),
                        kept.bands()),
                false);
    }

    public Beliefs with(List<Observation> observations, List<Willingness> signs, Instant now) {
        if (observations.isEmpty() && signs.isEmpty()) {
            return this;
        }
        var allSigns = new ArrayList<>(kept.signs());
        signs.stream().filter(sign -> !isKnown(allSigns, sign)).forEach(sign -> allSigns.add(new Sign(sign, now)));
        var all = new ArrayList<>(kept.observations());
        var replies = kept.replies();
        for (Observation observation : observations) {
            all.add(observation);
            if (observation.isStep()) {
                Pace.observe(replies, observation)
                        .map(pace -> pace.in(observation.domain()))
                        .ifPresent(all::add);
                replies = replies.stream()
                        .map(reply -> reply.seq() == observation.seq() ? reply.asStep() : reply)
                        .toList();
            }
        }
        return new Beliefs(new Kept(last(all), last(allSigns), kept.band(), now, replies, kept.bands()), true);
    }

    Beliefs with(Pace.Reply reply) {
        var replies = new ArrayList<>(kept.replies());
        replies.add(reply);
        List<Pace.Reply> latest = replies.subList(Math.max(0, replies.size() - REPLIES), replies.size());
        return new Beliefs(
                new Kept(kept.observations(), kept.signs(), kept.band(), kept.at(), latest, kept.bands()), isChanged);
    }

    /** The words and the decision may tell the same of one message; it counts once. */
    private static boolean isKnown(List<Sign> signs, Willingness sign) {
        return signs.stream()
                .map(Sign::willingness)
                .anyMatch(known -> known.sign() == sign.sign() && known.seq() == sign.seq());
    }

    /**
     * With what was observed of the same person under other ids. For estimating alone: what is kept under an id is what was
     * observed under it, so that persons can be told apart again.
     */
    public Beliefs and(List<Kept> others, Instant now) {
        var observations = new ArrayList<Observation>();
        var signs = new ArrayList<Sign>();
        Band band = kept.band();
        for (Kept other : others) {
            Kept aged = of(other, now).kept();
            observations.addAll(aged.observations());
            signs.addAll(aged.signs());
            band = band == Band.UNKNOWN ? aged.band() : band;
        }
        observations.addAll(kept.observations());
        signs.addAll(kept.signs());
        return others.isEmpty()
                ? this
                : new Beliefs(
                        new Kept(last(observations), last(signs), band, kept.at(), kept.replies(), kept.bands()),
                        isChanged);
    }

    public Beliefs with(Band band) {
        return new Beliefs(
                new Kept(kept.observations(), kept.signs(), band, kept.at(), kept.replies(), kept.bands()), isChanged);
    }

    /** With the bands of these estimates, which the next ones leave only on clear evidence. */
    public Beliefs with(Estimates estimates) {
        var bands = new EnumMap<Domain, Band>(Domain.class);
        estimates.domains().forEach((domain, one) -> bands.put(domain, one.band()));
        return new Beliefs(
                new Kept(
                        kept.observations(),
                        kept.signs(),
                        estimates.aptitude().band(),
                        kept.at(),
                        kept.replies(),
                        bands),
                isChanged);
    }

    /** @param wish what the customer asked for, which wins over every estimate */
    public Estimates estimates(Instant now, @Nullable Detail wish) {
        Estimates.Aptitude aptitude = AptitudeFilter.estimate(kept.observations(), kept.band());
        var signs = kept.signs().stream()
                .map(sign -> new EnthusiasmFilter.Aged(
                        sign.willingness(), Duration.between(sign.at(), now).toMillis() / 86_400_000.0))
                .toList();
        var domains = new EnumMap<Domain, Estimates.Aptitude>(Domain.class);
        DomainFilter.estimate(kept.observations(), kept.bands())
                .forEach((domain, one) -> domains.put(domain, asked(one, wish)));
        return new Estimates(asked(aptitude, wish), EnthusiasmFilter.estimateAged(signs, aptitude.mean()), domains);
    }

    private static Estimates.Aptitude asked(Estimates.Aptitude estimated, @Nullable Detail wish) {
        return wish == null
                ? estimated
                : new Estimates.Aptitude(
                        estimated.mean(),
                        estimated.sd(),
                        switch (wish) {
                            case SIMPLE -> Band.LOW;
                            case STANDARD -> Band.MID;
                            case EXPERT -> Band.HIGH;
                        },
                        estimated.evidence());
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - LAST), all.size());
    }
}
