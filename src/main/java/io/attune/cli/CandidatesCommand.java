package io.attune.cli;

import io.attune.candidate.Candidates;
import io.attune.candidate.store.CandidateStore;
import io.attune.database.Database;
import io.attune.message.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./attune candidates}: what was labelled of the messages that were not understood, as lines to train on. */
@Command(
        name = "candidates",
        description = "Prints what was labelled in the console as intent<TAB>text, to be added to models/training.")
public final class CandidatesCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    private final Map<String, String> environment;

    @Option(names = "--language", defaultValue = "en", description = "en, es, fr or de (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(names = "--out", description = "Writes a file instead.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public CandidatesCommand() {
        this(System.getenv());
    }

    /** @param environment names the database, as for the server */
    public CandidatesCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Language> wanted = Arrays.stream(Language.values())
                .filter(one -> one.code().equals(language))
                .findFirst();
        if (wanted.isEmpty()) {
            err.println("candidates: --language must be one of en, es, fr, de");
            return UNREADABLE;
        }
        Optional<Database> database = OpenDatabase.open(environment, err);
        if (database.isEmpty()) {
            return UNREADABLE;
        }
        try (Database open = database.get()) {
            List<String> lines = new Candidates(new CandidateStore(open)).trainingLines(wanted.get());
            Path to = file;
            if (to == null) {
                lines.forEach(out::println);
            } else {
                Files.write(to, lines);
            }
            err.println(lines.size() + " labelled texts");
            out.flush();
            err.flush();
            return 0;
        }
    }
}
