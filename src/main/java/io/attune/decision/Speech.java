package io.attune.decision;

import io.attune.dialog.Feeling;
import io.attune.dialog.Pitch;
import io.attune.dialog.Texts;
import io.attune.dialog.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words texts for this customer: their language, pitch and feeling, the alternative that was not said lately, placeholders filled. An
 * alternative that names a value which is unknown gives way to one that does not.
 */
final class Speech {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]*)}");
    private final Situation situation;
    private final Values values;
    private final Pitch pitch;
    private final @Nullable Feeling feeling;

    Speech(Situation situation) {
        this(
                situation,
                switch (situation.estimates().aptitude().band()) {
                    case LOW -> Pitch.NOVICE;
                    case HIGH -> Pitch.EXPERT;
                    case MID, UNKNOWN -> Pitch.STANDARD;
                });
    }

    Speech(Situation situation, Pitch pitch) {
        this.situation = situation;
        this.values = Values.of(situation);
        this.pitch = pitch;
        this.feeling = Feelings.of(situation);
    }

    Pitch pitch() {
        return pitch;
    }

    Optional<String> find(Texts texts, String key, List<String> said, Map<String, String> extra) {
        return texts.find(key).flatMap(wording -> word(wording, said, extra));
    }

    private Optional<String> word(Wording wording, List<String> said, Map<String, String> extra) {
        List<String> alternatives = wording.in(situation.language(), pitch, feeling);
        List<String> complete =
                alternatives.stream().filter(text -> isComplete(text, extra)).toList();
        // One that leaves out what another tells may contradict it: "by six" and "I do not know when".
        var filled = complete.stream()
                .filter(text -> names(text).equals(names(complete.getFirst())))
                .map(text -> fill(text, extra))
                .toList();
        if (filled.isEmpty()) {
            return alternatives.stream().reduce((first, last) -> last).map(text -> fill(text, extra));
        }
        return filled.stream()
                .filter(text -> said.stream().noneMatch(message -> message.contains(text)))
                .findFirst()
                .or(() -> Optional.of(filled.getFirst()));
    }

    /**
     * The latest day or time that a text names, as ISO 8601; null where it names none.
     *
     * @param raw values beside those of profile and line, as they came
     */
    @Nullable
    String time(Texts texts, String key, Map<String, String> raw) {
        return Promises.latest(texts.find(key).stream()
                .flatMap(wording -> wording.in(situation.language(), pitch, feeling).stream())
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(found -> found.group(1))
                .flatMap(name -> Optional.ofNullable(raw.getOrDefault(name, values.find(name))).stream())
                .toList());
    }

    /** Whether there is such a text and an alternative of it names nothing that is unknown. */
    boolean canSay(Texts texts, String key, Map<String, String> extra) {
        return texts.find(key).stream()
                .flatMap(wording -> wording.in(situation.language(), pitch, feeling).stream())
                .anyMatch(text -> isComplete(text, extra));
    }

    private static Set<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private boolean isComplete(String text, Map<String, String> extra) {
        Matcher names = PLACEHOLDER.matcher(text);
        while (names.find()) {
            if (value(names.group(1), extra) == null) {
                return false;
            }
        }
        return true;
    }

    private String fill(String text, Map<String, String> extra) {
        return PLACEHOLDER.matcher(text).replaceAll(name -> {
            String value = value(name.group(1), extra);
            return Matcher.quoteReplacement(value == null ? unknown() : value);
        });
    }

    private @Nullable String value(String name, Map<String, String> extra) {
        String given = extra.get(name);
        return given == null ? values.readable(name, situation) : given;
    }

    private String unknown() {
        return situation.dialogs().talk().find("unknown").stream()
                .flatMap(wording -> wording.in(situation.language(), Pitch.STANDARD).stream())
                .findFirst()
                .orElse("?");
    }

    /** The phrases that stand for something in the customer's language, as plain words. */
    static List<List<String>> phrases(Texts texts, String key, Situation situation) {
        return texts.phrases(key, situation.language());
    }
}
