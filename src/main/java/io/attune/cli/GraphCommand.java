package io.attune.cli;

import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Mermaid;
import io.attune.dialog.yaml.BookReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune graph DIALOG}: a dialog as Mermaid text. */
@Command(name = "graph", description = "Prints the Mermaid text of one dialog.")
public final class GraphCommand implements Callable<Integer> {
    @Parameters(description = "the dialog's name, such as internet-slow")
    private String dialog = "";

    @Option(names = "--dialogs", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path folder = Path.of("dialogs");

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
        out.flush();
        return 0;
    }
}
