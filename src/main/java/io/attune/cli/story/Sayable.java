package io.attune.cli.story;

import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.dialog.GeneralTexts;
import io.attune.dialog.GeneralTexts.Use;
import io.attune.dialog.Learn;
import io.attune.dialog.Pitch;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One way in which the bot can put a sentence: a text, in a language, for a kind of customer.
 *
 * @param dialog empty for a text that belongs to all dialogs
 * @param key in its file, such as {@code remedies.restart.do}
 * @param variant {@code standard}, {@code novice}, {@code upset} and so on
 * @param alternatives what it says, one of them at a time
 */
record Sayable(String dialog, String key, Language language, String variant, List<String> alternatives) {
    private static final String COMMON = "common.";
    /** The sections of a dialog's texts that customers read as sentences. */
    private static final Pattern SENTENCE = Pattern.compile(".*\\.(ask|say|do|seen|likely|promise)|intro");

    Sayable {
        alternatives = List.copyOf(alternatives);
    }

    /** Of a dialog's own texts, those that it can come to say. What several dialogs share is no one's own. */
    static List<Sayable> of(Dialog dialog, DialogBook book) {
        var all = new ArrayList<Sayable>();
        dialog.texts().byKey().forEach((key, wording) -> {
            boolean common =
                    book.talk().find(COMMON + key).filter(wording::equals).isPresent();
            if (!common && SENTENCE.matcher(key).matches() && isOf(dialog, key)) {
                all.addAll(ways(dialog.id(), key, wording));
            }
        });
        return all;
    }

    /** Of the texts that belong to all dialogs. */
    static List<Sayable> general(DialogBook book) {
        var all = new ArrayList<Sayable>();
        book.talk().byKey().forEach((key, wording) -> {
            boolean common = key.startsWith(COMMON)
                    && SENTENCE.matcher(key).matches()
                    && book.dialogs().values().stream()
                            .anyMatch(dialog -> isOf(dialog, key.substring(COMMON.length())));
            if (common
                    || GeneralTexts.of(key)
                            .filter(text -> text.use() == Use.SAID)
                            .isPresent()) {
                all.addAll(ways("", key, wording));
            }
        });
        return all;
    }

    private static List<Sayable> ways(String dialog, String key, Wording wording) {
        var ways = new ArrayList<Sayable>();
        wording.texts()
                .forEach((language, pitches) -> pitches.forEach(
                        (pitch, texts) -> ways.add(new Sayable(dialog, key, language, pitch.code(), texts))));
        wording.feelings()
                .forEach((language, feelings) -> feelings.forEach((feeling, pitches) ->
                        ways.add(new Sayable(dialog, key, language, feeling.code(), all(pitches)))));
        return ways;
    }

    private static List<String> all(Map<Pitch, List<String>> pitches) {
        return pitches.values().stream().flatMap(List::stream).toList();
    }

    /** Where it stands below its dialog's or its own file's root. */
    String path() {
        return key + "." + language.code() + "." + variant;
    }

    boolean isIn(String said) {
        return alternatives.stream().anyMatch(text -> stands(text, said));
    }

    /** Whether the parts of a text between its values stand in what was said. */
    static boolean stands(String text, String said) {
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int end = open < 0 ? text.length() : open;
            if (!said.contains(text.substring(from, end))) {
                return false;
            }
            int close = open < 0 ? -1 : text.indexOf('}', open);
            from = close < 0 ? text.length() : close + 1;
        }
        return true;
    }

    /** Common texts come along with every dialog; those of facts and remedies that it does not have are none of its own. */
    private static boolean isOf(Dialog dialog, String key) {
        String[] parts = key.split("\\.");
        return switch (dialog) {
            case Flow flow ->
                !parts[0].equals("steps") ? key.equals("intro") : flow.steps().containsKey(parts[1]);
            case Troubleshoot shoot ->
                switch (parts[0]) {
                    case "facts" ->
                        shoot.fact(parts[1])
                                .filter(fact -> parts[2].equals("ask")
                                        ? fact.ask() != null
                                        : fact.values().contains(parts[2]) && isMeasured(fact))
                                .isPresent();
                    case "remedies" -> shoot.remedy(parts[1]).isPresent();
                    case "causes" ->
                        shoot.causes().stream().anyMatch(cause -> cause.id().equals(parts[1]));
                    default -> key.equals("intro");
                };
        };
    }

    private static boolean isMeasured(Troubleshoot.Fact fact) {
        return fact.learn().stream().anyMatch(way -> !(way instanceof Learn.FromHistory));
    }
}
