package io.attune.cli;

import io.attune.customer.Origin;
import io.attune.database.Database;
import io.attune.integration.csv.CustomerImport;
import io.attune.problem.Fault;
import io.attune.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./attune import customers FILE.csv}: customers from a table; what is refused stands on the output as {@code file:line: why}. */
@Command(
        name = "import",
        description =
                "Takes customers in from a table (CSV). Exit 1 when rows were refused, 2 when the file cannot be read.")
public final class ImportCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    private final Map<String, String> environment;

    @Parameters(index = "0", description = "what it is: customers")
    private String kind = "";

    @Parameters(index = "1", description = "the file, UTF-8, with the columns' names in the first line")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ImportCommand() {
        this(System.getenv());
    }

    /** @param environment names the database, as for the server */
    public ImportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!kind.equals("customers")) {
            err.println("import: only customers can be imported: ./attune import customers FILE.csv");
            return UNREADABLE;
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("import: there is no such file that can be read: " + file);
            return UNREADABLE;
        }
        Optional<Database> database = OpenDatabase.open(environment, err);
        if (database.isEmpty()) {
            return UNREADABLE;
        }
        try (Database open = database.get();
                var input = Files.newInputStream(file)) {
            Instant now = Instant.now();
            var result = CustomerImport.on(open)
                    .take(input, Origin.of("file " + file.getFileName(), now), new Report(file, out, err));
            out.println(result.taken() + " customers taken in, " + result.refused() + " rows refused");
            out.flush();
            return result.refused() == 0 ? 0 : 1;
        } catch (ProblemException e) {
            e.problem().errors().forEach(fault -> out.println(file + ":1: " + fault.at() + ": " + fault.detail()));
            out.flush();
            return UNREADABLE;
        } catch (NoSuchFileException e) {
            err.println("import: the file is gone: " + file);
            return UNREADABLE;
        }
    }

    /** Refused rows on the output, and one line of progress a second beside it. */
    private static final class Report implements CustomerImport.Listener {
        private static final Duration EVERY = Duration.ofSeconds(1);
        private final Path file;
        private final PrintWriter out;
        private final PrintWriter err;
        private Instant told = Instant.now();

        Report(Path file, PrintWriter out, PrintWriter err) {
            this.file = file;
            this.out = out;
            this.err = err;
        }

        @Override
        public void refused(long line, Fault fault) {
            out.println(file + ":" + line + ": " + fault.at() + ": " + fault.detail());
        }

        @Override
        public void progress(long taken, long refused) {
            Instant now = Instant.now();
            if (Duration.between(told, now).compareTo(EVERY) >= 0) {
                told = now;
                err.println(taken + refused + " rows: " + taken + " taken in, " + refused + " refused");
                err.flush();
            }
        }
    }
}
