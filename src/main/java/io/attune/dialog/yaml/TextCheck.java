package io.attune.dialog.yaml;

import io.attune.dialog.Dialog;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Learn;
import io.attune.dialog.Troubleshoot;
import io.attune.message.Language;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks a file of texts against the dialog it belongs to: what is missing, what is not used, which language is left out. */
final class TextCheck {
    private final Faults faults;
    private final TextReader texts;
    private final CommonTexts common;
    /** Words of a dialog in the place of those that all dialogs share. */
    private static final String OWN = "talk.";

    private final Data data;

    private final Set<String> wanted = new HashSet<>();

    TextCheck(Faults faults, TextReader texts, CommonTexts common, Data data) {
        this.data = data;
        this.faults = faults;
        this.texts = texts;
        this.common = common;
    }

    /** Texts that belong to all dialogs. */
    void shared() {
        languages();
        new WordingCheck(faults, texts, data).shared();
    }

    /** Every text in the languages that are due, and in every other that most of the file is written in. */
    private void languages() {
        for (Language language : Language.values()) {
            long written = texts.texts().values().stream()
                    .filter(wording -> wording.speaks(language))
                    .count();
            boolean due = data.isDue(language) || written * 2 > texts.texts().size();
            texts.texts().forEach((key, wording) -> {
                if (due && !wording.speaks(language)) {
                    faults.add(
                            texts.lines().getOrDefault(key, 1),
                            FaultKind.MISSING_LANGUAGE,
                            "'" + key + "' has no text in '" + language.code() + "'; add it");
                }
            });
        }
    }

    void dialog(Dialog dialog) {
        languages();
        switch (dialog) {
            case Troubleshoot shoot -> troubleshoot(shoot);
            case Flow flow -> flow(flow);
        }
        new WordingCheck(faults, texts, data).dialog(dialog, common);
        texts.lines().forEach((key, line) -> {
            if (key.startsWith(OWN)) {
                GeneralCheck.own(key.substring(OWN.length()), line, faults);
            } else if (!wanted.contains(key)) {
                String hint = Faults.nearest(key, wanted)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; remove it");
                faults.add(line, FaultKind.UNUSED_TEXT, "the text '" + key + "' is not used by the dialog" + hint);
            }
        });
    }

    private void troubleshoot(Troubleshoot dialog) {
        may("intro");
        may("title");
        may("triggers");
        dialog.causes().forEach(cause -> may("causes." + cause.id() + ".likely"));
        for (var fact : dialog.facts()) {
            String key = "facts." + fact.id() + ".";
            boolean measured = fact.learn().stream().anyMatch(Learn.FromDiagnostics.class::isInstance);
            if (fact.ask() != null) {
                must(key + "ask");
            }
            for (String value : fact.values()) {
                if (fact.ask() != null) {
                    must(key + value + ".title");
                    may(key + value + ".short");
                }
                may(key + value + ".words");
                may(key + value + ".seen");
                if (measured) {
                    must(key + value + ".name");
                }
            }
        }
        for (var remedy : dialog.remedies()) {
            must("remedies." + remedy.id() + ".title");
            must("remedies." + remedy.id() + ".do");
            may("remedies." + remedy.id() + ".words");
            may("remedies." + remedy.id() + ".promise");
        }
    }

    private void flow(Flow flow) {
        may("intro");
        may("title");
        may("triggers");
        flow.steps().forEach((name, step) -> {
            String key = "steps." + name + ".";
            may(key + "promise");
            switch (step) {
                case Flow.Step.Ask ask -> {
                    must(key + "say");
                    for (Flow.Answer answer : ask.answers()) {
                        must(key + answer.id() + ".title");
                        may(key + answer.id() + ".short");
                        may(key + answer.id() + ".words");
                    }
                }
                case Flow.Step.Say say -> must(key + "say");
                case Flow.Step.Fill fill -> must(key + "say");
                case Flow.Step.Call call -> {}
                case Flow.Step.Branch branch -> {}
                case Flow.Step.End end -> may(key + "say");
                case Flow.Step.HandOver person -> may(key + "say");
            }
        });
    }

    private void may(String key) {
        wanted.add(key);
        if (!texts.texts().containsKey(key)) {
            common.serves(key);
        }
    }

    private void must(String key) {
        wanted.add(key);
        if (!texts.texts().containsKey(key) && !common.serves(key)) {
            faults.add(
                    near(key), FaultKind.MISSING_TEXT, "the text '" + key + "' is missing; add it in every language");
        }
    }

    /** Where the texts begin that it belongs to. */
    private int near(String key) {
        String family = key;
        while (family.contains(".")) {
            family = family.substring(0, family.lastIndexOf('.'));
            String prefix = family + ".";
            var first = texts.lines().entrySet().stream()
                    .filter(text -> text.getKey().startsWith(prefix))
                    .mapToInt(Map.Entry::getValue)
                    .min();
            if (first.isPresent()) {
                return first.getAsInt();
            }
        }
        return 1;
    }
}
