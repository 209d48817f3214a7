package io.attune.cli;

import io.attune.decision.Decider;
import io.attune.decision.Lens;
import io.attune.decision.Lens.View;
import io.attune.decision.LensLine;
import io.attune.decision.LensPath;
import io.attune.decision.LensPath.Stop;
import io.attune.decision.LensWhy;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Drawing;
import io.attune.dialog.Mermaid;
import io.attune.dialog.Pitch;
import io.attune.dialog.yaml.BookReader;
import io.attune.message.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune graph DIALOG}: a dialog as Mermaid text. */
@Command(name = "graph", description = "Prints the Mermaid text of one dialog.")
public final class GraphCommand implements Callable<Integer> {
    @Parameters(description = "the dialog's name, such as internet-slow")
    private String dialog = "";

    @Option(names = "--dialogs", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path folder = Path.of("dialogs");

    @Option(names = "--for", description = "whose path to show: novice, standard or expert")
    private @Nullable Pitch pitch;

    @Option(names = "--contact", description = "which contact about the same it is, 1 to 9; default: 1")
    private int contact = 1;

    @Option(names = "--line", description = "how the line is: unknown, fine, slow, drops, down or outage")
    private @Nullable LensLine line;

    @Option(names = "--language", description = "of what is said: en, es, fr or de; default: en")
    private Language language = Language.EN;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        DialogBook book = BookReader.read(folder).dialogs();
        Optional<Dialog> found = book.dialog(dialog);
        if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("no dialog '" + dialog + "'; there are: "
                            + String.join(
                                    ", ",
                                    book.inOrder().stream().map(Dialog::id).toList()));
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(Mermaid.of(found.get()));
        if (pitch != null || line != null || contact != 1) {
            lens(out, book, found.get());
        }
        out.flush();
        return 0;
    }

    /** The path is drawn thick, and stands below in words. */
    private void lens(PrintWriter out, DialogBook book, Dialog dialog) {
        if (contact < 1 || contact > View.MOST_CONTACTS) {
            throw new ParameterException(spec.commandLine(), "--contact is from 1 to " + View.MOST_CONTACTS);
        }
        var view = new View(
                pitch == null ? Pitch.STANDARD : pitch, contact, line == null ? LensLine.UNKNOWN : line, language);
        LensPath path = new Lens(book, new Decider()).path(dialog, view);
        List<Stop> stops = path.stops();
        out.println("  classDef path stroke-width:4px,stroke:#0b6e4f");
        Drawing.of(dialog).nodes().stream()
                .map(Drawing.Node::id)
                .filter(node -> stops.stream().anyMatch(stop -> stop.node().equals(node)))
                .forEach(node -> out.println("  class " + Mermaid.id(dialog, node) + " path"));
        out.printf(
                "%n%%%% for %s, contact %d, line %s; no remedy helps%n",
                view.pitch().code(), contact, view.line().code());
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            out.printf("%%%% %d. %s%s%n", i + 1, stop.node(), stop.answer().isEmpty() ? "" : ": " + stop.answer());
            out.println("%%      (" + why(stop.why()) + ")");
            stop.says().lines().filter(words -> !words.isBlank()).forEach(words -> out.println("%%      " + words));
        }
        out.printf("%%%% ends: %s%n", path.end().how().code());
    }

    private static String why(LensWhy why) {
        return switch (why) {
            case LensWhy.Cost cost ->
                cost.options().stream()
                        .map(option -> String.format(Locale.ROOT, "%s %.1f min", option.node(), option.cost()))
                        .limit(3)
                        .collect(Collectors.joining(", "));
            case LensWhy.Policy policy -> policy.sentence();
            case LensWhy.Led led -> (led.by().code() + " " + led.how()).strip();
        };
    }
}
