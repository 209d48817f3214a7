package io.attune.cli;

import io.attune.cli.story.Coverage;
import io.attune.cli.story.CoverageReport;
import io.attune.cli.story.Names;
import io.attune.cli.story.StoryTest;
import io.attune.dialog.Story;
import io.attune.dialog.yaml.BookReader;
import io.attune.dialog.yaml.BookReader.Book;
import io.attune.dialog.yaml.Places;
import io.attune.dialog.yaml.StoryReader;
import io.attune.understanding.Understander;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune test [DIR]}: the conversation tests beside the dialogs. */
@Command(name = "test", description = "Runs the conversation tests (*.story.yaml); exit 1 on a failure.")
public final class TestCommand implements Callable<Integer> {
    private final @Nullable Understander given;

    @Parameters(arity = "0..1", defaultValue = "dialogs", description = "the folder of dialogs; default: dialogs")
    private Path folder = Path.of("dialogs");

    @Option(names = "--models", defaultValue = "models", description = "the folder of models; default: models")
    private Path models = Path.of("models");

    @Option(
            names = "--coverage",
            description = "lists everything that no story has reached, as file:line: …, wordings included")
    private boolean inFull;

    @Option(names = "--play", description = "prints the conversations as customers see them")
    private boolean play;

    @Option(names = "--only", defaultValue = "", description = "the stories whose file or title has these words")
    private String only = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public TestCommand() {
        this(null);
    }

    /** @param understander reads free text; null to load the trained models */
    public TestCommand(@Nullable Understander understander) {
        given = understander;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("no folder " + folder);
            return 2;
        }
        // The models take longer to load than all files to read.
        CompletableFuture<Understander> reader = CompletableFuture.supplyAsync(this::understander);
        Book book = BookReader.read(folder);
        var read = StoryReader.read(folder, Names.of(book.dialogs(), models));
        Stream.concat(book.faults().stream(), read.faults().stream())
                .forEach(fault -> out.println(CheckCommand.placed(folder, fault)));
        List<Story> stories = read.stories().stream().filter(this::isWanted).toList();
        var coverage = new Coverage(book.dialogs());
        var test = new StoryTest(book.dialogs(), loaded(reader), coverage);
        int failed = 0;
        for (Story story : stories) {
            if (play) {
                test.transcript(story).forEach(out::println);
            }
            List<String> differences = test.differences(story);
            failed += differences.isEmpty() ? 0 : 1;
            differences.forEach(out::println);
        }
        if (only.isEmpty()) {
            var report = new CoverageReport(coverage);
            if (inFull) {
                report.missed(Places.read(folder)).forEach(out::println);
            }
            report.summary().forEach(out::println);
        }
        long told = stories.stream()
                .map(story -> story.file() + ":" + story.line())
                .distinct()
                .count();
        out.println(told + " stories, " + (told < stories.size() ? "told " + stories.size() + " times, " : "") + failed
                + " failed");
        out.flush();
        return failed == 0 && book.faults().isEmpty() && read.faults().isEmpty() ? 0 : 1;
    }

    private static Understander loaded(CompletableFuture<Understander> reader) throws IOException {
        try {
            return reader.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unread) {
                throw unread.getCause();
            }
            throw e;
        }
    }

    private Understander understander() {
        try {
            return given == null ? OpenNlpUnderstander.load(models) : given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWanted(Story story) {
        return story.file().contains(only) || story.title().contains(only);
    }
}
