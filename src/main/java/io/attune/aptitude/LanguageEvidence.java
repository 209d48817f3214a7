package io.attune.aptitude;

import io.attune.understanding.EntityFinder;
import io.attune.understanding.Mood;
import io.attune.understanding.PhraseIndex.Hit;
import io.attune.understanding.Understanding.Entity;
import io.attune.understanding.Words;
import io.attune.understanding.cue.CueBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how technical a customer is from what they name, never from how they spell, punctuate or structure it. Own terms of
 * the trade count by their difficulty; what was read off the bot, off a screen (in quotes) or pasted does not. A message
 * without evidence gives none. Stateless.
 */
public final class LanguageEvidence {
    static final String KIND = "language";
    private static final int MOST_TERMS = 3;
    private static final double[] VALUE = {-0.9, -0.3, 0.7, 1.5, 2.2};
    private static final double[] WEIGHT = {0.12, 0.2, 0.45, 0.55, 0.55};
    private static final int OF_THE_TRADE = 2;

    /** A measure with its unit, unprompted, by type of entity: the band of a term of like difficulty. */
    private static final Map<String, Integer> MEASURES =
            Map.of("speed", 1, "latency", 3, "signal", 4, "ip", 3, "mac", 4, "error", 2);

    private final Lexicon lexicon;
    private final CueBook cues;

    public LanguageEvidence(Lexicon lexicon, CueBook cues) {
        this.lexicon = lexicon;
        this.cues = cues;
    }

    public List<Observation> observe(Said said) {
        String text = Quotes.without(said.text());
        Words words = Words.of(text);
        List<Observation> observations = new ArrayList<>();
        List<Hit<Lexicon.Term>> terms = lexicon.find(words, said.language());
        List<Lexicon.Term> own = own(terms, said);
        if (Coherence.isBroken(words, terms)) {
            observations.add(
                    Observation.of("used a term of the trade against its meaning", KIND, -1.2, 0.4, said.seq()));
        } else {
            terms(own, measures(text, said), said, observations);
        }
        cues(text, words, said, observations);
        return observations;
    }

    private static List<Lexicon.Term> own(List<Hit<Lexicon.Term>> hits, Said said) {
        Map<String, Lexicon.Term> own = new LinkedHashMap<>();
        List<String> echo = said.echo().stream()
                .skip(Math.max(0, said.echo().size() - 3))
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
            String written = text.substring(entity.start(), entity.end());
            if (band != null && said.echo().stream().noneMatch(heard -> heard.contains(written))) {
                measures.add(new Lexicon.Term(band, "a " + entity.type() + " with its unit", entity.type()));
            }
        }
        return measures;
    }

    /** The three hardest count. Everyday words next to terms of the trade say nothing: experts say "wifi" too. */
    private static void terms(
            List<Lexicon.Term> own, List<Lexicon.Term> measures, Said said, List<Observation> observations) {
        List<Lexicon.Term> all = new ArrayList<>(own);
        measures.stream().distinct().forEach(all::add);
        all.sort(Comparator.comparingInt(Lexicon.Term::band).reversed());
        boolean trade = !all.isEmpty() && all.getFirst().band() >= OF_THE_TRADE;
        int count = 0;
        for (Lexicon.Term term : all) {
            if (count == MOST_TERMS || (trade && term.band() < OF_THE_TRADE)) {
                break;
            }
            double weight = WEIGHT[term.band()] / (1 + 0.5 * count) * (said.pasted() ? 0 : 1);
            if (weight > 0) {
                observations.add(Observation.of(
                        (trade ? "used a term of the trade unprompted: " : "used an everyday term: ") + term.term(),
                        KIND,
                        VALUE[term.band()],
                        weight,
                        said.seq()));
            }
            count++;
        }
    }

    private void cues(String text, Words words, Said said, List<Observation> observations) {
        int vague = 0;
        for (Mood.Cue cue : cues.find(text, words, said.language())) {
            switch (cue.kind()) {
                case "vague_reference" -> vague++;
                case "self_novice" ->
                    observations.add(observation("says that they are no expert: ", cue, -1.2, 0.45, said));
                case "self_expert" ->
                    observations.add(observation("says that they know the field: ", cue, 1.2, 0.45, said));
                case "procedure" -> observations.add(observation("has narrowed the fault down: ", cue, 1.1, 0.4, said));
                default -> {}
            }
        }
        if (vague > 0) {
            observations.add(Observation.of("named things vaguely", KIND, -1.3, 0.22 * Math.min(vague, 2), said.seq()));
        }
    }

    private static Observation observation(String what, Mood.Cue cue, double z, double information, Said said) {
        return Observation.of(what + cue.words(), KIND, z, information, said.seq());
    }
}
