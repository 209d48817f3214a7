package io.attune.dialog;

import io.attune.dialog.Flow.Step;
import java.util.Locale;
import java.util.Map;

/** Draws a dialog as a Mermaid flowchart. */
public final class Mermaid {
    private Mermaid() {}

    public static String of(Dialog dialog) {
        var out = new StringBuilder();
        switch (dialog) {
            case Troubleshoot shoot -> troubleshoot(shoot, out);
            case Flow flow -> flow(flow, out);
        }
        return out.toString();
    }

    private static void troubleshoot(Troubleshoot dialog, StringBuilder out) {
        out.append("flowchart LR\n");
        double sum = dialog.causes().stream().mapToDouble(cause -> cause.odds()).sum();
        for (var cause : dialog.causes()) {
            line(out, "  cause_%s([\"%s %.0f %%\"])", id(cause.id()), cause.id(), 100 * cause.odds() / sum);
            if (cause.needsAgent()) {
                line(out, "  cause_%s --> agent((agent))", id(cause.id()));
            }
        }
        for (var fact : dialog.facts()) {
            line(out, "  fact_%s{\"%s\"}", id(fact.id()), fact.id());
            fact.seen().keySet().stream()
                    .sorted()
                    .filter(cause -> Drawing.tells(fact, cause))
                    .forEach(cause -> line(out, "  fact_%s -.-> cause_%s", id(fact.id()), id(cause)));
        }
        for (var remedy : dialog.remedies()) {
            line(out, "  remedy_%s[\"%s\"]", id(remedy.id()), remedy.id());
            remedy.cures().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(cure -> line(
                            out,
                            "  cause_%s -->|%.0f %%| remedy_%s",
                            id(cure.getKey()),
                            100 * cure.getValue(),
                            id(remedy.id())));
        }
    }

    private static void flow(Flow flow, StringBuilder out) {
        out.append("flowchart TD\n");
        line(out, "  begin((%s)) --> %s", flow.id(), id(flow.start()));
        flow.steps().forEach((name, step) -> {
            switch (step) {
                case Step.Say(String next) -> line(out, "  %s[\"%s\"] --> %s", id(name), name, id(next));
                case Step.Ask ask -> {
                    line(out, "  %s[/\"%s ?\"/]", id(name), name);
                    ask.answers()
                            .forEach(answer -> line(out, "  %s -->|%s| %s", id(name), answer.id(), id(answer.next())));
                }
                case Step.Branch branch -> {
                    line(out, "  %s{\"%s\"}", id(name), name);
                    branch.ways()
                            .forEach(way -> line(
                                    out,
                                    "  %s -->|%s| %s",
                                    id(name),
                                    way.value().isEmpty() ? "else" : way.value(),
                                    id(way.next())));
                }
                case Step.Fill fill -> {
                    line(out, "  %s[/\"%s: %s\"/]", id(name), name, fill.form().code());
                    line(out, "  %s --> %s", id(name), id(fill.next()));
                }
                case Step.Call call -> {
                    line(out, "  %s[[\"%s\"]]", id(name), call.name());
                    call.ways().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(way -> line(out, "  %s -->|%s| %s", id(name), way.getKey(), id(way.getValue())));
                    line(out, "  %s -->|else| %s", id(name), id(call.otherwise()));
                }
                case Step.End end -> line(out, "  %s(((\"%s\")))", id(name), name);
                case Step.HandOver person -> line(out, "  %s((\"%s\"))", id(name), name);
            }
        });
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** What a node of the {@link Drawing} is called in the Mermaid text. */
    public static String id(Dialog dialog, String node) {
        String name = node.substring(node.indexOf(':') + 1);
        return switch (dialog) {
            case Flow flow -> id(name);
            case Troubleshoot shoot when node.equals("person") -> "agent";
            case Troubleshoot shoot -> node.substring(0, node.indexOf(':')) + "_" + id(name);
        };
    }

    /** "end" is a word of Mermaid's own. */
    private static String id(String name) {
        return "s_" + name.replace('-', '_').replace('.', '_');
    }
}
