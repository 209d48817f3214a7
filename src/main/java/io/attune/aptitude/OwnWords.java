package io.attune.aptitude;

import io.attune.understanding.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a message is the customer's own: not what stands in quotes, what was pasted, or what repeats the bot word for word.
 * Whoever copies a word need not know it.
 */
final class OwnWords {
    /** So many words in a row that the bot had just said are the bot's. */
    private static final int RUN = 4;

    private static final Pattern STAMPED = Pattern.compile(
            "^\\W{0,4}(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d\\d:\\d\\d:\\d\\d|[A-Z][a-z]{2}"
                    + " {1,2}\\d{1,2} \\d\\d:).*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|\\n");

    private OwnWords() {}

    static String of(Said said) {
        return withoutEcho(typed(said), said.echo());
    }

    /** Without what was quoted or pasted. */
    static String typed(Said said) {
        return Quotes.without(withoutPasted(said));
    }

    /** Lines of a log are pasted whatever is said of them; else what goes beyond the keys that were pressed. */
    private static String withoutPasted(Said said) {
        String own = said.text()
                .lines()
                .filter(line -> !STAMPED.matcher(line).matches())
                .collect(Collectors.joining("\n"));
        return said.typed() < own.length() ? upTo(own, said.typed()) : own;
    }

    /** Whole sentences alone: where a paste begins is known only roughly. */
    private static String upTo(String text, int length) {
        Matcher end = SENTENCE_END.matcher(text);
        int kept = 0;
        while (end.find() && end.start() <= length) {
            kept = end.end();
        }
        return text.substring(0, kept);
    }

    private static String withoutEcho(String text, List<String> echo) {
        if (echo.isEmpty()) {
            return text;
        }
        List<String> heard = echo.stream()
                .map(one -> " " + String.join(" ", Words.of(one).asList()) + " ")
                .toList();
        Words words = Words.of(text);
        List<String> list = words.asList();
        StringBuilder own = new StringBuilder(text);
        for (int i = 0; i + RUN <= list.size(); i++) {
            String run = " " + String.join(" ", list.subList(i, i + RUN)) + " ";
            if (heard.stream().anyMatch(one -> one.contains(run))) {
                for (int at = words.start(i); at < words.end(i + RUN - 1); at++) {
                    own.setCharAt(at, ' ');
                }
            }
        }
        return own.toString();
    }
}
