package io.attune.understanding.cue;

import io.attune.understanding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a pattern: words; {@code (a|b c)} for one of several; {@code [a|b]} for one or none; {@code @name} for a class of
 * words; {@code *} for up to one word of any kind, {@code **} for up to three,
 * {@code ***} for up to six.
 */
final class PatternReader {
    /** Words that one, two and three stars stand for. */
    private static final int[] GAPS = {1, 3, 6};

    private final String text;
    private final Map<String, Pattern> classes;
    private int at;

    private PatternReader(String text, Map<String, Pattern> classes) {
        this.text = text;
        this.classes = classes;
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static Pattern read(String text, Map<String, Pattern> classes) {
        var reader = new PatternReader(text, classes);
        Pattern pattern = reader.options(false);
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("'" + text.charAt(reader.at) + "' closes nothing");
        }
        if (Pattern.isEmpty(pattern)) {
            throw new IllegalArgumentException("no word is needed to match it");
        }
        return pattern;
    }

    private Pattern options(boolean optional) {
        var options = new ArrayList<Pattern>();
        options.add(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        return options.size() == 1 && !optional ? options.getFirst() : new Pattern.Choice(options, optional);
    }

    private Pattern sequence() {
        var parts = new ArrayList<Pattern>();
        while (at < text.length() && "|)]".indexOf(text.charAt(at)) < 0) {
            switch (text.charAt(at)) {
                case '(' -> parts.add(group(')', false));
                case '[' -> parts.add(group(']', true));
                case '@' -> parts.add(wordClass());
                case '*' -> parts.add(gap());
                default -> parts.addAll(words());
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
    }

    private Pattern group(char end, boolean optional) {
        at++;
        Pattern inside = options(optional);
        if (at >= text.length() || text.charAt(at) != end) {
            throw new IllegalArgumentException("'" + end + "' is missing");
        }
        at++;
        return inside;
    }

    private Pattern wordClass() {
        int start = ++at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(start, at);
        Pattern known = classes.get(name);
        if (known == null) {
            throw new IllegalArgumentException("there is no class @" + name + " above this line");
        }
        return known;
    }

    private Pattern gap() {
        int stars = 0;
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
            stars++;
        }
        if (stars > GAPS.length) {
            throw new IllegalArgumentException("'***' is the widest gap");
        }
        return new Pattern.Gap(GAPS[stars - 1]);
    }

    private List<Pattern> words() {
        int start = at;
        while (at < text.length() && "|()[]@*".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Words.of(text.substring(start, at)).asList().stream()
                .<Pattern>map(Pattern.Word::new)
                .toList();
    }
}
