package io.attune.aptitude;

import io.attune.understanding.EntityFinder;
import io.attune.understanding.PhraseIndex.Hit;
import io.attune.understanding.Understanding.Entity;
import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Terms of the trade, and measures with their unit, that the customer used unprompted. */
final class Terms {
    private static final int MOST_TERMS = 3;
    private static final double[] VALUE = {-0.6, -0.2, 0.7, 1.5, 2.2};
    private static final double[] WEIGHT = {0.1, 0.1, 0.4, 0.55, 0.6};
    private static final int OF_THE_TRADE = 2;

    /** A measure with its unit, unprompted, by type of entity: the band of a term of like difficulty. */
    private static final Map<String, Integer> MEASURES =
            Map.of("speed", 2, "latency", 3, "signal", 4, "ip", 3, "mac", 4);

    /** What the terms of a message say of the others in it. */
    enum Found {
        NOTHING,
        OF_THE_TRADE,
        AGAINST_ITS_MEANING
    }

    private final Lexicon lexicon;

    Terms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Found observe(String text, Words words, Said said, List<Observation> observations) {
        List<Hit<Lexicon.Term>> hits = lexicon.find(words, said.language());
        if (Coherence.isBroken(words, hits)) {
            observations.add(Observation.of(
                    "used a term of the trade against its meaning", LanguageEvidence.KIND, -1.2, 0.4, said.seq()));
            return Found.AGAINST_ITS_MEANING;
        }
        List<Lexicon.Term> all = new ArrayList<>(own(hits, said));
        measures(text, said).stream().distinct().forEach(all::add);
        all.sort(Comparator.comparingInt(Lexicon.Term::band).reversed());
        boolean trade = !all.isEmpty() && all.getFirst().band() >= OF_THE_TRADE;
        int count = 0;
        for (Lexicon.Term term : all) {
            // Everyday words next to terms of the trade say nothing: experts say "wifi" too.
            if (count == MOST_TERMS || (trade && term.band() < OF_THE_TRADE)) {
                break;
            }
            observations.add(Observation.of(
                    (trade ? "used a term of the trade unprompted: " : "used an everyday term: ") + term.term(),
                    LanguageEvidence.KIND,
                    VALUE[term.band()],
                    WEIGHT[term.band()] / (1 + 0.5 * count),
                    said.seq()));
            count++;
        }
        return trade && all.getFirst().band() > OF_THE_TRADE ? Found.OF_THE_TRADE : Found.NOTHING;
    }

    private static List<Lexicon.Term> own(List<Hit<Lexicon.Term>> hits, Said said) {
        Map<String, Lexicon.Term> own = new LinkedHashMap<>();
        List<String> echo = said.echo().stream()
                .map(heard -> " " + String.join(" ", Words.of(heard).asList()) + " ")
                .toList();
        for (Hit<Lexicon.Term> hit : hits) {
            String phrase = " " + String.join(" ", Words.of(hit.value().term()).asList()) + " ";
            if (echo.stream().noneMatch(heard -> heard.contains(phrase))) {
                own.putIfAbsent(phrase, hit.value());
            }
        }
        return List.copyOf(own.values());
    }

    private static List<Lexicon.Term> measures(String text, Said said) {
        List<Lexicon.Term> measures = new ArrayList<>();
        for (Entity entity : EntityFinder.find(text)) {
            Integer band = MEASURES.get(entity.type());
            String written = squeezed(text.substring(entity.start(), entity.end()));
            if (band != null
                    && said.echo().stream().noneMatch(heard -> squeezed(heard).contains(written))) {
                measures.add(new Lexicon.Term(band, "a " + entity.type() + " with its unit", entity.type()));
            }
        }
        return measures;
    }

    private static String squeezed(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
