package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.conversation.Header;
import io.attune.conversation.store.Archive;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Database;
import io.attune.decision.CostSettings;
import io.attune.decision.Decider;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.BookReader.Book;
import io.attune.turn.Replay;
import io.attune.turn.Replays;
import io.attune.turn.Replays.Sum;
import io.attune.turn.Since;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./attune replay}: what the dialogs as they are now would have made of stored conversations. */
@Command(
        name = "replay",
        description =
                "Makes the decisions of stored conversations again with the dialogs as they are now, and names the first"
                        + " turn of each that differs. Exit 1 when one differs, 2 when it cannot be done.")
public final class ReplayCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    private final Map<String, String> environment;

    @Option(names = "--conversation", paramLabel = "ID", description = "this conversation alone")
    private @Nullable String conversation;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "conversations in which something has happened since: 7d, 36h, 2026-03-01; default: all")
    private @Nullable String since;

    @Option(names = "--dialogs", paramLabel = "DIR", description = "the folder of dialogs; default: dialogs")
    private @Nullable Path dialogs;

    @Option(names = "--json", description = "one JSON object a line: each conversation that differs, then the sum")
    private boolean asJson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ReplayCommand() {
        this(System.getenv());
    }

    /** @param environment names the database and the settings, as for the server */
    public ReplayCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = dialogs != null ? dialogs : Path.of(environment.getOrDefault("ATTUNE_TURN_DIALOGS", "dialogs"));
        Optional<Instant> from = since == null ? Optional.of(Instant.EPOCH) : Since.read(since, Instant.now());
        if (from.isEmpty()) {
            err.println(
                    "replay: --since takes a time such as 7d, 36h, 2026-03-01 or 2026-03-01T09:00:00Z, not " + since);
            return UNREADABLE;
        }
        if (!Files.isDirectory(folder)) {
            err.println("replay: there is no folder of dialogs: " + folder);
            return UNREADABLE;
        }
        Book book = BookReader.read(folder);
        if (!book.faults().isEmpty()) {
            book.faults().forEach(err::println);
            err.println("replay: the dialogs have faults; mend them first");
            return UNREADABLE;
        }
        Optional<Database> database = OpenDatabase.open(environment, err);
        if (database.isEmpty()) {
            err.println("A server that runs is asked by GET /api/v1/replay, as an administrator.");
            return UNREADABLE;
        }
        try (Database open = database.get()) {
            return replay(open, book, from.get());
        }
    }

    private int replay(Database database, Book book, Instant from) throws IOException {
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        var decider = new Decider(ServerSettings.policy(environment), CostSettings.DEFAULT);
        var archive = new Archive(database);
        var replays = new Replays(archive, new StoredCustomers(database, json), new Replay(decider, book.dialogs()));
        var report = new ReplayReport(spec.commandLine().getOut(), asJson ? json : null);
        Sum sum;
        if (conversation == null) {
            sum = replays.since(from, report::add);
        } else {
            Optional<Header> header = archive.header(conversation);
            if (header.isEmpty()) {
                spec.commandLine().getErr().println("replay: there is no conversation " + conversation);
                return UNREADABLE;
            }
            sum = replays.one(header.get(), report::add);
        }
        report.end(sum);
        return sum.different() == 0 ? 0 : 1;
    }
}
