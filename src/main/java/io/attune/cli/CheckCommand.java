package io.attune.cli;

import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.BookReader.Book;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune check [DIR]}: every fault of every dialog file. */
@Command(name = "check", description = "Checks every dialog file; prints each fault as file:line: message.")
public final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path folder = Path.of("dialogs");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("no folder " + folder);
            return 2;
        }
        Book book = BookReader.read(folder);
        book.faults()
                .forEach(fault ->
                        out.println(folder.resolve(fault.file()) + fault.toString().substring(fault.file().length())));
        DialogBook dialogs = book.dialogs();
        out.println(dialogs.dialogs().size() + " dialogs, " + book.faults().size() + " faults");
        out.flush();
        return book.faults().isEmpty() ? 0 : 1;
    }
}
