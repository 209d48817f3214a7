package io.attune.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./attune}: the server, or a command that needs none. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** @param args {@code serve} or nothing for the server; otherwise a command and its arguments */
    public static void main(String... args) {
        if (args.length == 0 || args[0].equals("serve")) {
            Quarkus.run();
        } else {
            System.exit(
                    commands(args[0]).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
        }
    }

    /**
     * The command line with the one command that is wanted: to know the options of all takes longer than some of them run.
     *
     * @param wanted a command's name; for any other word all commands are there
     */
    public static CommandLine commands(String wanted) {
        var attune = new CommandLine(new Attune());
        List<Class<?>> all = List.of(
                Serve.class,
                CheckCommand.class,
                TestCommand.class,
                GraphCommand.class,
                TrainCommand.class,
                EvaluateCommand.class,
                CandidatesCommand.class,
                FitHandoffCommand.class,
                AssessCommand.class,
                ImportCommand.class,
                AuditCommand.class,
                ReplayCommand.class,
                SchemaCommand.class,
                SandboxCommand.class);
        List<Class<?>> one = all.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(wanted))
                .toList();
        (one.isEmpty() ? all : one).forEach(attune::addSubcommand);
        attune.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return attune;
    }

    @Command(
            name = "attune",
            description = "A care chat server. Without a command it serves.",
            mixinStandardHelpOptions = true)
    static final class Attune implements Runnable {
        @Override
        public void run() {
            CommandLine.usage(this, System.out);
        }
    }

    /** Only for the list of commands: it is started before any command line is read. */
    @Command(name = "serve", description = "Starts the server on port 8080.")
    static final class Serve implements Runnable {
        @Override
        public void run() {
            Quarkus.run();
        }
    }
}
