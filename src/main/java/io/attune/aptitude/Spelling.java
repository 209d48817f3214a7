package io.attune.aptitude;

import io.attune.message.Language;
import io.attune.understanding.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads a misspelt word back to the one that was meant, where that one is looked for: one letter missing, doubled, wrong or
 * two swapped. A word that people use ({@code models/lexicon/words-LANGUAGE.txt}) is never taken for a slip. How somebody
 * spells must not change what they are taken to know.
 */
public final class Spelling {
    private static final int SHORTEST = 4;
    private static final int SURE_OF_ANY_SLIP = 6;

    private final Map<Language, OfLanguage> languages = new EnumMap<>(Language.class);

    private static final class OfLanguage {
        private final Set<String> known = new HashSet<>();
        private final Set<String> ordinary = new HashSet<>();
        private final Map<String, List<String>> byRemains = new HashMap<>();

        void aim(String word) {
            if (!known.add(word) || word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
                return;
            }
            byRemains.computeIfAbsent(word, any -> new ArrayList<>(1)).add(word);
            for (int i = 0; i < word.length(); i++) {
                List<String> same = byRemains.computeIfAbsent(without(word, i), any -> new ArrayList<>(1));
                if (!same.contains(word)) {
                    same.add(word);
                }
            }
        }
    }

    private Spelling() {}

    /** @throws IOException when a list of words cannot be read */
    public static Spelling load(Path folder, Lexicon lexicon, SkillBook skills) throws IOException {
        Spelling spelling = new Spelling();
        for (Language language : Language.values()) {
            OfLanguage words = new OfLanguage();
            lexicon.vocabulary(language).forEach(words::aim);
            skills.vocabulary(language).forEach(words::aim);
            words.ordinary.addAll(Files.readAllLines(folder.resolve("words-" + language.code() + ".txt")));
            words.known.addAll(words.ordinary);
            spelling.languages.put(language, words);
        }
        return spelling;
    }

    /** The text with its slips mended. */
    String mended(String text, Language language) {
        OfLanguage words = languages.get(language);
        StringBuilder mended = new StringBuilder(text.length() + 8);
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            String word = text.substring(from, i);
            boolean shortened = i < text.length() && Folding.fold(text.charAt(i)) == '\'';
            mended.append(words == null || shortened ? word : mended(word, words));
            if (i < text.length()) {
                mended.append(text.charAt(i));
            }
            from = i + 1;
        }
        return mended.toString();
    }

    private static String mended(String written, OfLanguage words) {
        if (written.length() < SHORTEST - 1 || !written.chars().allMatch(Character::isLetter)) {
            return written;
        }
        String word = Folding.fold(written);
        if (words.known.contains(word)) {
            return written;
        }
        Set<String> near = new HashSet<>(words.byRemains.getOrDefault(word, List.of()));
        for (int i = 0; i < word.length(); i++) {
            near.addAll(words.byRemains.getOrDefault(without(word, i), List.of()));
        }
        String best = written;
        long least = 2L * Integer.MAX_VALUE;
        for (String meant : near.stream().sorted().toList()) {
            // Of two words that are as near, the one that people use is meant.
            long slip = 2L * slip(word, meant) + (words.ordinary.contains(meant) ? 0 : 1);
            if (slip < least) {
                best = meant;
                least = slip;
            }
        }
        return best;
    }

    /** How unlikely a slip it is; {@link Integer#MAX_VALUE} when it is none. */
    private static int slip(String word, String meant) {
        int from = 0;
        int shorter = Math.min(word.length(), meant.length());
        while (from < shorter && word.charAt(from) == meant.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < shorter - from && word.charAt(word.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
            end++;
        }
        int left = word.length() - from - end;
        int leftMeant = meant.length() - from - end;
        boolean first = from == 0;
        if (left == 2 && leftMeant == 2) {
            boolean swapped =
                    word.charAt(from) == meant.charAt(from + 1) && word.charAt(from + 1) == meant.charAt(from);
            return swapped ? 1 : Integer.MAX_VALUE;
        }
        if (left == 1 && leftMeant == 0) {
            boolean doubled = from > 0 && word.charAt(from) == word.charAt(from - 1);
            return doubled ? 2 : meant.length() > SHORTEST && !first ? 4 : Integer.MAX_VALUE;
        }
        if (left == 0 && leftMeant == 1) {
            return first ? Integer.MAX_VALUE : meant.length() > SHORTEST ? 3 : 6;
        }
        return left == 1 && leftMeant == 1 && meant.length() >= SURE_OF_ANY_SLIP && !first ? 5 : Integer.MAX_VALUE;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
