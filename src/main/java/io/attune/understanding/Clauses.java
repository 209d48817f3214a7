package io.attune.understanding;

import java.util.List;
import java.util.regex.Pattern;

/** Takes a message apart where one wish may end and the next begin. Pure. */
public final class Clauses {
    private static final Pattern BETWEEN = Pattern.compile(
            "[.!?;\\n]+(?:\\s|$)|,?\\s+(?:(?:and|but|also|plus|und|außerdem|aber|et|mais|aussi|y|además|pero|también)\\s+)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What has fewer words is part of the clause beside it, as in "slow and unstable". */
    private static final int WORDS = 3;

    private static final int MOST = 4;

    private Clauses() {}

    /** The clauses, in order, each of at least three words; none where there would be a single one. */
    public static List<String> of(String text) {
        List<String> clauses = BETWEEN.splitAsStream(text)
                .map(String::strip)
                .filter(clause -> clause.split("\\s+").length >= WORDS)
                .limit(MOST)
                .toList();
        return clauses.size() < 2 ? List.of() : clauses;
    }
}
