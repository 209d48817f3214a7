package io.attune.cli;

import io.attune.audit.Audit;
import io.attune.audit.AuditKey;
import io.attune.audit.store.AuditStore;
import io.attune.database.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./attune audit verify}: whether the audit's lines are as they were written. */
@Command(
        name = "audit",
        description = "verify: checks the chain of the audit; exit 1 when a line was changed, left out or cut off.")
public final class AuditCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    private final Map<String, String> environment;

    @Parameters(index = "0", description = "verify")
    private String what = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public AuditCommand() {
        this(System.getenv());
    }

    /** @param environment names the database and the key, as for the server */
    public AuditCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!what.equals("verify")) {
            err.println("audit: the one thing that can be done is: ./attune audit verify");
            return UNREADABLE;
        }
        Optional<Database> database = OpenDatabase.open(environment, err);
        if (database.isEmpty()) {
            return UNREADABLE;
        }
        try (Database open = database.get()) {
            var key = Optional.ofNullable(environment.get("ATTUNE_AUDIT_KEY"));
            Audit.Check check =
                    Audit.open(new AuditStore(open), key, AuditKey.fresh()).verify();
            out.println(
                    check.isWhole()
                            ? check.lines() + " lines, all as they were written; the last hash is " + check.head()
                            : "line " + check.brokenAt() + " is not as it was written, or lines are missing there; "
                                    + check.lines() + " lines before it are right");
            out.flush();
            return check.isWhole() ? 0 : 1;
        }
    }
}
