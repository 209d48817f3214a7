package io.attune.dialog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as plain words, to be compared: case, accents and punctuation do not count. */
public final class PlainWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}.]+|\\.(?!\\p{N})");

    private PlainWords() {}

    public static List<String> of(String text) {
        String joined = text.replace("'", "").replace("’", "");
        String plain = joined.chars().allMatch(c -> c < 128)
                ? joined.toLowerCase(Locale.ROOT)
                : MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "ss");
        var words = new ArrayList<String>();
        for (String word : OTHER.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
