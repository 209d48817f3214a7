package io.attune.dialog.yaml;

import io.attune.dialog.Dialog;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.GeneralTexts;
import io.attune.dialog.Learn;
import io.attune.dialog.Pitch;
import io.attune.dialog.PlainWords;
import io.attune.dialog.Texts;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what the texts say: the values that they name, and that each of them can be said when a value is unknown. */
final class WordingCheck {
    private static final Set<String> YES_NO = Set.of("no", "yes", "ok", "si", "oui", "non", "ja", "nein");

    /** A dialog's own words in the place of those that all dialogs share. */
    private static final String OWN_TALK = "talk.";

    private final Faults faults;
    private final TextReader texts;
    private final Data data;

    WordingCheck(Faults faults, TextReader texts, Data data) {
        this.faults = faults;
        this.texts = texts;
        this.data = data;
    }

    /** Texts that belong to all dialogs. */
    void shared() {
        texts.texts().forEach((key, wording) -> {
            phrases(key, wording);
            each(wording, alternatives -> alternatives.forEach(text -> braces(key, text)));
            each(
                    wording,
                    alternatives -> alternatives.forEach(text -> Placeholders.of(text).stream()
                            .filter(name -> !engine(key).contains(name) && !FlowValues.isOwn(name))
                            .forEach(name -> data.says(name, texts.line(key, text), faults))));
            if (!CommonTexts.isCommon(key)) {
                fallback(key, wording, engine(key));
            }
        });
        sharedChoices();
    }

    /** What the engine itself puts into a text that all dialogs share. */
    private static Set<String> engine(String key) {
        return GeneralTexts.of(key).map(GeneralTexts.GeneralText::values).orElse(Set.of());
    }

    /** Questions that several dialogs put, and the buttons of all dialogs. */
    private void sharedChoices() {
        var check = new ChoiceCheck(faults, texts, new Texts(texts.texts()));
        var questions = new java.util.TreeMap<String, List<String>>();
        for (String key : texts.texts().keySet()) {
            List<String> parts = List.of(key.split("\\."));
            if (parts.getLast().equals("title") && parts.size() > 2) {
                String answer = parts.get(parts.size() - 2);
                String question = String.join(".", parts.subList(0, parts.size() - 2));
                if (question.startsWith("common.facts.") || question.equals("choices") || question.equals("intents")) {
                    questions
                            .computeIfAbsent(question, name -> new java.util.ArrayList<>())
                            .add(answer);
                }
            }
        }
        questions.forEach((question, answers) -> {
            if (question.startsWith("common.")) {
                check.question(question, answers);
            } else {
                check.buttons(question, answers);
            }
        });
    }

    void dialog(Dialog dialog, CommonTexts common) {
        texts.texts().forEach((key, wording) -> {
            phrases(key, wording);
            each(
                    wording,
                    alternatives -> alternatives.forEach(text -> {
                        braces(key, text);
                        Placeholders.of(text).stream()
                                .filter(name -> !key.startsWith(OWN_TALK)
                                        || !engine(key.substring(OWN_TALK.length()))
                                                .contains(name))
                                .forEach(name -> placeholder(dialog, name, texts.line(key, text)));
                    }));
        });
        Texts all = common.with(texts.texts());
        switch (dialog) {
            case Troubleshoot shoot -> {
                shoot.facts().forEach(fact -> {
                    Set<String> known = readings(fact);
                    fact.values().forEach(value -> {
                        own("facts." + fact.id() + "." + value + ".seen", known);
                        own("facts." + fact.id() + "." + value + ".name", known);
                    });
                    own("facts." + fact.id() + ".ask", Set.of());
                    new ChoiceCheck(faults, texts, all)
                            .question("facts." + fact.id(), fact.ask() == null ? List.of() : fact.values());
                });
                shoot.remedies().forEach(remedy -> own("remedies." + remedy.id() + ".do", Set.of()));
                shoot.causes().forEach(cause -> own("causes." + cause.id() + ".likely", Set.of()));
            }
            case Flow flow -> {
                var known = new KnownAtStep(flow);
                flow.steps().forEach((name, step) -> {
                    own("steps." + name + ".say", known.at(name));
                    if (step instanceof Flow.Step.Ask ask) {
                        new ChoiceCheck(faults, texts, all)
                                .question(
                                        "steps." + name,
                                        ask.answers().stream()
                                                .map(Flow.Answer::id)
                                                .toList());
                    }
                });
            }
        }
        own("intro", Set.of());
    }

    private void own(String key, Set<String> known) {
        Wording wording = texts.texts().get(key);
        if (wording != null) {
            fallback(key, wording, known);
        }
    }

    private static Set<String> readings(Troubleshoot.Fact fact) {
        var names = new HashSet<String>();
        for (Learn way : fact.learn()) {
            if (way instanceof Learn.FromDiagnostics test) {
                names.add(test.reading());
                test.cases().forEach(line -> names.addAll(KnownAtStep.compared(line.when())));
            }
        }
        return names;
    }

    private void placeholder(Dialog dialog, String name, int line) {
        if (FlowValues.isOwn(name) && dialog instanceof Flow flow) {
            FlowValues.of(flow).own(name, line, faults);
        } else {
            data.says(name, line, faults);
        }
    }

    private void braces(String key, String text) {
        if (Placeholders.isBroken(text)) {
            faults.add(
                    texts.line(key, text),
                    FaultKind.BROKEN_PLACEHOLDER,
                    "a brace in '" + key + "' belongs to no value and would be said as it is; write a value as {name}");
        }
    }

    /** Of the alternatives, one must name nothing that may be unknown where it is said. */
    private void fallback(String key, Wording wording, Set<String> known) {
        each(wording, alternatives -> {
            if (!alternatives.isEmpty()
                    && alternatives.stream()
                            .noneMatch(text -> Placeholders.of(text).stream()
                                    .allMatch(name -> known.contains(name) || FlowValues.isOwn(name)))) {
                String last = alternatives.getLast();
                faults.add(
                        texts.line(key, last),
                        FaultKind.NO_FALLBACK,
                        "'" + key + "' cannot be said while {"
                                + Placeholders.of(last).stream()
                                        .filter(name -> !known.contains(name))
                                        .findFirst()
                                        .orElse("")
                                + "} is unknown; add an alternative that names no value");
            }
        });
    }

    /** Phrases are compared word for word. */
    private void phrases(String key, Wording wording) {
        if (!key.equals("triggers") && !key.endsWith(".words") && !key.startsWith("words.")) {
            return;
        }
        each(
                wording,
                alternatives -> alternatives.forEach(text -> {
                    if (key.startsWith("facts.")
                            && !PlainWords.of(text).isEmpty()
                            && YES_NO.containsAll(PlainWords.of(text))) {
                        faults.add(
                                texts.line(key, text),
                                FaultKind.UNSAFE_TRIGGER,
                                "'" + text
                                        + "' stands in messages about anything, and words tell a fact wherever they"
                                        + " stand; remove it, or call the values yes and no");
                    }
                    if (text.matches(".*([*+|^$\\\\\\[\\]()]|\\.\\.).*")
                            || PlainWords.of(text).isEmpty()) {
                        faults.add(
                                texts.line(key, text),
                                FaultKind.UNSAFE_PATTERN,
                                "'" + text
                                        + "' is no phrase: words are compared as they stand, signs mean nothing; write"
                                        + " plain words");
                    }
                }));
    }

    /** Every list of alternatives that a customer may get one of. */
    private static void each(Wording wording, java.util.function.Consumer<List<String>> look) {
        wording.texts().values().stream()
                .map(java.util.Map::values)
                .flatMap(Collection::stream)
                .forEach(look);
    }

    /** For one language and everybody. */
    static List<String> said(Texts texts, String key, Language language) {
        return texts.find(key)
                .filter(wording -> wording.speaks(language))
                .map(wording -> wording.in(language, Pitch.STANDARD))
                .orElse(List.of());
    }
}
