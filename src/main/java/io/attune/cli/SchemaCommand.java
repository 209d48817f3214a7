package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.attune.dialog.yaml.DialogSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./attune schema}: what editors need to know of dialog files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a kind of file, or writes all of them below a folder of dialogs.")
public final class SchemaCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;
    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description = "dialog, texts, story, data or article; default: dialog")
    private String kind = "dialog";

    @Option(names = "--write", paramLabel = "DIR", description = "writes each to DIR/.schema/KIND.schema.json instead")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (folder != null) {
            return write(folder);
        }
        Optional<DialogSchema> wanted = Arrays.stream(DialogSchema.values())
                .filter(schema -> schema.code().equals(kind))
                .findFirst();
        if (wanted.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("schema: there is one for each of "
                            + Arrays.stream(DialogSchema.values())
                                    .map(DialogSchema::code)
                                    .collect(Collectors.joining(", "))
                            + ", not for " + kind);
            return UNREADABLE;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(text(wanted.get()));
        out.flush();
        return 0;
    }

    private int write(Path dialogs) throws IOException {
        if (!Files.isDirectory(dialogs)) {
            spec.commandLine().getErr().println("schema: there is no folder of dialogs: " + dialogs);
            return UNREADABLE;
        }
        for (DialogSchema schema : DialogSchema.values()) {
            Path file = dialogs.resolve(schema.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(schema) + "\n");
            spec.commandLine().getOut().println(file);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Lines end the same on every system: the files are compared. */
    public static String text(DialogSchema schema) throws IOException {
        return WRITER.writeValueAsString(schema.schema()).replace("\r\n", "\n");
    }
}
