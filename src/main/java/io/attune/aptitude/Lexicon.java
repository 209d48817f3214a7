package io.attune.aptitude;

import io.attune.message.Language;
import io.attune.understanding.PhraseIndex;
import io.attune.understanding.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms of broadband and mobile in bands of difficulty, from {@code models/lexicon/LANGUAGE.tsv}: lines of band (0 everybody
 * knows it, 4 the trade does), term and type, separated by tabs. Terms that the trade uses in English count in every
 * language.
 */
public final class Lexicon {
    static final int BANDS = 5;

    /**
     * @param band 0..4
     * @param type such as {@code wireless} or {@code protocol}: what may be said of it without nonsense
     */
    public record Term(int band, String term, String type) {}

    private final Map<Language, PhraseIndex<Term>> terms = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> vocabulary = new EnumMap<>(Language.class);

    private Lexicon() {}

    /** @throws IOException naming file and line of the first fault */
    public static Lexicon load(Path folder) throws IOException {
        Lexicon lexicon = new Lexicon();
        List<Term> english = read(folder, Language.EN);
        for (Language language : Language.values()) {
            List<Term> own = new ArrayList<>(language == Language.EN ? english : read(folder, language));
            if (language != Language.EN) {
                english.stream()
                        .filter(term -> term.band >= 3 && !isOrdinary(term, language))
                        .forEach(own::add);
            }
            PhraseIndex<Term> index = new PhraseIndex<>();
            Set<String> words = new HashSet<>();
            for (Term term : own) {
                index.add(term.term, term);
                words.addAll(Words.of(term.term).asList());
            }
            lexicon.terms.put(language, index);
            lexicon.vocabulary.put(language, words);
        }
        return lexicon;
    }

    /** "ils ont" is no network terminal. */
    private static boolean isOrdinary(Term term, Language language) {
        return language == Language.FR && term.term.equals("ont");
    }

    private static List<Term> read(Path folder, Language language) throws IOException {
        Path file = folder.resolve(language.code() + ".tsv");
        List<Term> terms = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length != 3 || !parts[0].matches("[0-4]")) {
                throw new IOException(file + ":" + number + ": expected a band of 0 to 4, a term and a type");
            }
            terms.add(new Term(Integer.parseInt(parts[0]), parts[1].strip(), parts[2].strip()));
        }
        return terms;
    }

    /** The terms in a text, in reading order. */
    List<PhraseIndex.Hit<Term>> find(Words words, Language language) {
        PhraseIndex<Term> index = terms.get(language);
        return index == null ? List.of() : index.find(words);
    }

    /** Every word of every term. */
    Set<String> vocabulary(Language language) {
        return vocabulary.getOrDefault(language, Set.of());
    }
}
