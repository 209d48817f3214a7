package io.attune.cli.story;

import io.attune.decision.Decision;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which questions, remedies and steps the stories have reached. */
public final class Coverage {
    private final Set<String> seen = new LinkedHashSet<>();

    void saw(Decision decision) {
        decision.memory()
                .topics()
                .forEach(topic -> topic.path().forEach(open -> seen.add(topic.dialog() + "/" + open.id())));
        if (decision.dialog() != null) {
            decision.reasons().stream()
                    .filter(reason -> reason.what().equals("step"))
                    .forEach(reason -> seen.add(decision.dialog() + "/" + reason.value()));
        }
    }

    /** A line for each dialog: how much of it was reached, and what was not. */
    public List<String> report(DialogBook book) {
        var lines = new ArrayList<String>();
        for (Dialog dialog : book.inOrder()) {
            List<String> parts = parts(dialog);
            List<String> missed = parts.stream()
                    .filter(part -> !seen.contains(dialog.id() + "/" + part))
                    .toList();
            lines.add(dialog.id() + ": " + (parts.size() - missed.size()) + " of " + parts.size() + " reached"
                    + (missed.isEmpty() ? "" : "; not: " + String.join(", ", missed)));
        }
        return lines;
    }

    private static List<String> parts(Dialog dialog) {
        var parts = new ArrayList<String>();
        switch (dialog) {
            case Troubleshoot shoot -> {
                shoot.facts().stream().filter(fact -> fact.ask() != null).forEach(fact -> parts.add(fact.id()));
                shoot.remedies().forEach(remedy -> parts.add(remedy.id()));
            }
            case Flow flow -> parts.addAll(flow.steps().keySet());
        }
        return parts;
    }
}
