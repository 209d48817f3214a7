package io.attune.cli.story;

import io.attune.decision.Decision;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Content;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the dialogs the stories have reached: questions, steps, remedies, causes, values of facts, and the wordings said. */
public final class Coverage {
    private final DialogBook book;
    /** By dialog, and empty for what belongs to all. */
    private final Map<String, Map<Language, List<Sayable>>> sayable = new HashMap<>();

    private final Map<String, Set<String>> seen = new HashMap<>();
    /** Each stands once in the lists above: to compare what it says takes time. */
    private final Set<Sayable> said = Collections.newSetFromMap(new IdentityHashMap<>());

    public Coverage(DialogBook book) {
        this.book = book;
        book.inOrder().forEach(dialog -> sayable.put(dialog.id(), byLanguage(Sayable.of(dialog, book))));
        sayable.put("", byLanguage(Sayable.general(book)));
    }

    private static Map<Language, List<Sayable>> byLanguage(List<Sayable> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        Sayable::language, () -> new EnumMap<>(Language.class), Collectors.toList()));
    }

    /** What a dialog consists of beside its words. */
    enum What {
        STEP("steps", "step"),
        CAUSE("causes", "cause"),
        FACT("facts", "fact");

        final String plural;
        final String singular;

        What(String plural, String singular) {
            this.plural = plural;
            this.singular = singular;
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
        String text = decision.say().stream().map(Content::words).collect(Collectors.joining("\n"));
        heard("", language, text);
        String dialog = decision.dialog();
        if (dialog != null) {
            for (var reason : decision.reasons()) {
                if (reason.what().equals("step")) {
                    see(dialog, What.STEP, reason.value());
                } else if (reason.what().equals("likely cause")) {
                    see(dialog, What.CAUSE, reason.value().split(" ", 2)[0]);
                }
            }
            heard(dialog, language, text);
        }
    }

    private void heard(String dialog, Language language, String text) {
        sayable.getOrDefault(dialog, Map.of()).getOrDefault(language, List.of()).stream()
                .filter(one -> !said.contains(one) && one.isIn(text))
                .forEach(said::add);
    }

    private void see(String dialog, What what, String name) {
        seen.computeIfAbsent(dialog + " " + what, key -> new HashSet<>()).add(name);
    }

    DialogBook book() {
        return book;
    }

    boolean hasReached(String dialog, What what, String name) {
        return seen.getOrDefault(dialog + " " + what, Set.of()).contains(name);
    }

    boolean hasSaid(Sayable one) {
        return said.contains(one);
    }

    /** @param dialog empty for what belongs to all */
    List<Sayable> sayable(String dialog) {
        return sayable.getOrDefault(dialog, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    static List<String> parts(Dialog dialog, What what) {
        return switch (what) {
            case STEP -> steps(dialog);
            case CAUSE ->
                dialog instanceof Troubleshoot shoot
                        ? shoot.causes().stream().map(Troubleshoot.Cause::id).toList()
                        : List.of();
            case FACT -> facts(dialog);
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
}
