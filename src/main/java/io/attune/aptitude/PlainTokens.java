package io.attune.aptitude;

import io.attune.message.Language;
import io.attune.understanding.Folding;
import java.util.ArrayList;
import java.util.List;

/** A text as folded words: a number keeps its decimals, an English apostrophe joins ({@code dont}), others split. */
final class PlainTokens {
    private PlainTokens() {}

    static List<String> of(CharSequence text, Language language) {
        String folded = Folding.fold(text);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if ((c == '.' || c == ',') && isFigure(word) && isDigitAt(folded, i + 1)) {
                word.append('.');
            } else if (c != '\'' || language != Language.EN) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isFigure(StringBuilder word) {
        return !word.isEmpty() && word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** {@code 15}, {@code 2.4} and {@code 15mbps}, but not {@code 4g}, which is a name. */
    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0))
                && !(word.length() == 2 && (word.charAt(1) == 'g' || word.charAt(1) == 'k'));
    }
}
