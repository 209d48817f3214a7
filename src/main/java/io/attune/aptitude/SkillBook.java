package io.attune.aptitude;

import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The phrases of {@code models/lexicon/skill-LANGUAGE.tsv}: lines of a kind ({@link Skill}), a tab and a phrase
 * ({@link Phrase}). A line of kind {@code small} lists words that second-language speakers leave out.
 */
public final class SkillBook {
    private static final String SMALL = "small";

    /** @param words as they stand in the text */
    record Hit(Skill skill, List<String> words) {}

    private record Entry(Skill skill, Phrase phrase) {}

    private static final class OfLanguage {
        private final Set<String> small = new HashSet<>();
        private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
        private final Map<Character, List<Entry>> byFirstLetter = new HashMap<>();
        private final List<Entry> byNumber = new ArrayList<>();
        private final Set<String> vocabulary = new HashSet<>();

        void add(Entry entry) {
            for (String word : entry.phrase.firstWords()) {
                List<Entry> same = word.equals("#")
                        ? byNumber
                        : word.endsWith("~")
                                ? byFirstLetter.computeIfAbsent(word.charAt(0), any -> new ArrayList<>())
                                : byFirstWord.computeIfAbsent(word, any -> new ArrayList<>());
                same.add(entry);
            }
            vocabulary.addAll(entry.phrase.allWords());
        }

        List<List<Entry>> at(String word) {
            return List.of(
                    byFirstWord.getOrDefault(word, List.of()),
                    byFirstLetter.getOrDefault(word.charAt(0), List.of()),
                    PlainTokens.isNumber(word) ? byNumber : List.of());
        }
    }

    private final Map<Language, OfLanguage> books = new EnumMap<>(Language.class);

    private SkillBook() {}

    /** @throws IOException naming file and line of the first fault */
    public static SkillBook load(Path folder) throws IOException {
        SkillBook book = new SkillBook();
        for (Language language : Language.values()) {
            Path file = folder.resolve("skill-" + language.code() + ".tsv");
            book.books.put(language, read(file, language));
        }
        return book;
    }

    private static OfLanguage read(Path file, Language language) throws IOException {
        OfLanguage book = new OfLanguage();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length == 2 && parts[0].equals(SMALL)) {
                book.small.addAll(PlainTokens.of(parts[1], language));
                continue;
            }
            Optional<Skill> skill = Skill.of(parts[0]);
            Phrase phrase =
                    parts.length == 2 ? Phrase.read(parts[1], book.small, one -> PlainTokens.of(one, language)) : null;
            if (skill.isEmpty() || phrase == null || phrase.isEmpty()) {
                throw new IOException(file + ":" + number + ": expected a kind, a tab and a phrase; kinds are small"
                        + String.join(
                                "",
                                java.util.Arrays.stream(Skill.values())
                                        .map(one -> ", " + one.name().toLowerCase(java.util.Locale.ROOT))
                                        .toList()));
            }
            book.add(new Entry(skill.get(), phrase));
        }
        return book;
    }

    /** What is found in a text, in reading order; a phrase inside a longer one of the same kind is found once. */
    List<Hit> find(List<String> text, Language language) {
        OfLanguage book = books.get(language);
        List<Hit> hits = new ArrayList<>();
        if (book == null) {
            return hits;
        }
        Map<Skill, Integer> until = new EnumMap<>(Skill.class);
        for (int i = 0; i < text.size(); i++) {
            Map<Skill, Integer> here = new EnumMap<>(Skill.class);
            for (List<Entry> some : book.at(text.get(i))) {
                for (Entry entry : some) {
                    int end = entry.phrase.end(text, i, book.small);
                    if (end > until.getOrDefault(entry.skill, 0)) {
                        here.merge(entry.skill, end, Math::max);
                    }
                }
            }
            for (var found : here.entrySet()) {
                hits.add(new Hit(found.getKey(), text.subList(i, found.getValue())));
                until.put(found.getKey(), found.getValue());
            }
        }
        return hits;
    }

    /** Every word of every phrase. */
    Set<String> vocabulary(Language language) {
        OfLanguage book = books.get(language);
        return book == null ? Set.of() : book.vocabulary;
    }
}
