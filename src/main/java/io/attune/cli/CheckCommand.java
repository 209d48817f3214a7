package io.attune.cli;

import io.attune.cli.story.Names;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Fault;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.BookReader.Book;
import io.attune.dialog.yaml.StoryReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune check [DIR]}: every fault of every dialog file and story. */
@Command(name = "check", description = "Checks every dialog file; prints each fault as file:line: message.")
public final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path folder = Path.of("dialogs");

    @Option(
            names = "--models",
            defaultValue = "models",
            description = "the folder of models, whose intents.tsv names what a message can mean; default: models")
    private Path models = Path.of("models");

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
        DialogBook dialogs = book.dialogs();
        var stories = StoryReader.read(folder, Names.of(dialogs, models));
        var faults = new TreeSet<>(book.faults());
        faults.addAll(stories.faults());
        faults.forEach(fault -> out.println(placed(folder, fault)));
        out.println(dialogs.dialogs().size() + " dialogs, " + faults.size() + " faults");
        Path inside = folder.resolve("dialogs");
        if (!faults.isEmpty() && Files.isDirectory(inside)) {
            out.println("All below " + folder + " was read as dialogs; for those in " + inside + ": ./attune check "
                    + inside);
        }
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }

    /** With the path as it can be opened from here. */
    static String placed(Path folder, Fault fault) {
        return new Fault(folder.resolve(fault.file()).toString(), fault.line(), fault.kind(), fault.message())
                .toString();
    }
}
