package io.attune.cli.story;

import io.attune.decision.Decision;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.dialog.Learn;
import io.attune.dialog.Pitch;
import io.attune.dialog.Texts;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Content;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of the dialogs the stories have reached: questions, steps, remedies, causes, values of facts, and the wordings said. */
public final class Coverage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    /** The sections of a dialog's texts that customers read as sentences. */
    private static final Pattern SENTENCE = Pattern.compile(".*\\.(ask|say|do|seen|likely|promise)|intro");

    private final DialogBook book;
    private final Map<String, Set<String>> seen = new HashMap<>();

    public Coverage(DialogBook book) {
        this.book = book;
    }

    private enum What {
        STEP("steps"),
        CAUSE("causes"),
        FACT("facts"),
        WORDING("wordings");

        private final String plural;

        What(String plural) {
            this.plural = plural;
        }
    }

    void saw(Decision decision, Language language) {
        decision.memory()
                .topics()
                .forEach(topic -> topic.path().forEach(open -> see(topic.dialog(), What.STEP, open.id())));
        decision.memory().facts().forEach((name, known) -> {
            int slash = name.indexOf('/');
            see(name.substring(0, slash), What.FACT, name.substring(slash + 1) + "=" + known.value());
        });
        String dialog = decision.dialog();
        if (dialog != null) {
            for (var reason : decision.reasons()) {
                if (reason.what().equals("step")) {
                    see(dialog, What.STEP, reason.value());
                } else if (reason.what().equals("likely cause")) {
                    see(dialog, What.CAUSE, reason.value().split(" ", 2)[0]);
                }
            }
            String said = decision.say().stream().map(Content::words).collect(Collectors.joining("\n"));
            book.dialog(dialog)
                    .ifPresent(it -> wordings(it.texts(), language, said)
                            .forEach(wording -> see(dialog, What.WORDING, wording)));
        }
    }

    private void see(String dialog, What what, String name) {
        seen.computeIfAbsent(dialog + " " + what, key -> new HashSet<>()).add(name);
    }

    private static List<String> wordings(Texts texts, Language language, String said) {
        return texts.byKey().entrySet().stream()
                .filter(text -> SENTENCE.matcher(text.getKey()).matches())
                .flatMap(text -> Optional.ofNullable(text.getValue().texts().get(language)).stream()
                        .flatMap(pitches -> pitches.entrySet().stream())
                        .filter(pitch -> pitch.getValue().stream().anyMatch(one -> stands(one, said)))
                        .map(pitch -> name(text.getKey(), language, pitch.getKey())))
                .toList();
    }

    private static String name(String key, Language language, Pitch pitch) {
        return key + "/" + language.code() + "/" + pitch.code();
    }

    /** Whether the parts of a text between its values stand in what was said. */
    private static boolean stands(String text, String said) {
        return PLACEHOLDER.splitAsStream(text).allMatch(said::contains);
    }

    /**
     * A line for each dialog and one for all: how much of it was reached, in per cent.
     *
     * @param inFull with a line for everything that was not
     */
    public List<String> report(boolean inFull) {
        var lines = new ArrayList<String>();
        var sums = new int[What.values().length][2];
        for (Dialog dialog : book.inOrder()) {
            var parts = new ArrayList<String>();
            var missed = new ArrayList<String>();
            for (What what : What.values()) {
                List<String> all = all(dialog, what);
                List<String> not = all.stream()
                        .filter(name -> !seen.getOrDefault(dialog.id() + " " + what, Set.of())
                                .contains(name))
                        .toList();
                sums[what.ordinal()][0] += all.size() - not.size();
                sums[what.ordinal()][1] += all.size();
                part(what, all.size() - not.size(), all.size()).ifPresent(parts::add);
                if (!not.isEmpty() && (inFull || what == What.STEP)) {
                    missed.add((inFull ? "  " + what.plural + " not reached: " : "; not: ") + String.join(", ", not));
                }
            }
            lines.add(dialog.id() + ": " + String.join(", ", parts) + (inFull ? "" : String.join("", missed)));
            if (inFull) {
                lines.addAll(missed);
            }
        }
        var total = new ArrayList<String>();
        for (What what : What.values()) {
            part(what, sums[what.ordinal()][0], sums[what.ordinal()][1]).ifPresent(total::add);
        }
        lines.add("all dialogs: " + String.join(", ", total));
        return lines;
    }

    private static Optional<String> part(What what, int reached, int all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%s %d of %d (%.0f %%)", what.plural, reached, all, 100.0 * reached / all));
    }

    private static List<String> all(Dialog dialog, What what) {
        return switch (what) {
            case STEP -> steps(dialog);
            case CAUSE ->
                dialog instanceof Troubleshoot shoot
                        ? shoot.causes().stream().map(Troubleshoot.Cause::id).toList()
                        : List.of();
            case FACT -> facts(dialog);
            case WORDING ->
                dialog.texts().byKey().entrySet().stream()
                        .filter(text -> SENTENCE.matcher(text.getKey()).matches() && isOf(dialog, text.getKey()))
                        .flatMap(text -> text.getValue().texts().entrySet().stream()
                                .flatMap(language -> language.getValue().keySet().stream()
                                        .map(pitch -> name(text.getKey(), language.getKey(), pitch))))
                        .sorted()
                        .toList();
        };
    }

    private static List<String> steps(Dialog dialog) {
        var steps = new ArrayList<String>();
        switch (dialog) {
            case Troubleshoot shoot -> {
                shoot.facts().stream().filter(fact -> fact.ask() != null).forEach(fact -> steps.add(fact.id()));
                shoot.remedies().forEach(remedy -> steps.add(remedy.id()));
            }
            case Flow flow -> steps.addAll(flow.steps().keySet());
        }
        return steps;
    }

    private static List<String> facts(Dialog dialog) {
        return dialog instanceof Troubleshoot shoot
                ? shoot.facts().stream()
                        .flatMap(fact -> fact.values().stream().map(value -> fact.id() + "=" + value))
                        .toList()
                : List.of();
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
