package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoriesTest {
    private final StringWriter out = new StringWriter();

    @Test
    void the_shipped_stories_come_out_as_told() {
        int exit = run(new TestCommand(), "dialogs");
        assertThat(out.toString()).endsWith(" 0 failed" + System.lineSeparator());
        assertThat(exit).isZero();
    }

    @Test
    void a_story_that_comes_out_otherwise_fails_with_the_difference(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.story.yaml"), """
                - story: wrong on purpose
                  turns:
                    - customer: "a person please"
                      intent: human_request
                      expect: {kind: remedy, says: [abracadabra]}
                """);
        int exit = run(new TestCommand(), folder.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("x.story.yaml:5: wrong on purpose: expected kind remedy, got handoff")
                .contains("expected it to say 'abracadabra'");
    }

    @Test
    void check_exits_with_1_on_a_fault(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "dialog: x\nkind: fow\n");
        assertThat(run(new CheckCommand(), folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("x.yaml:2: the kind 'fow' is not known; did you mean 'flow'?");
    }

    @Test
    void check_says_where_the_dialogs_are_when_the_folder_above_is_checked(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("dialogs"));
        Files.writeString(folder.resolve("compose.yaml"), "services: {}\n");
        assertThat(run(new CheckCommand(), folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("for those in " + folder.resolve("dialogs") + ": ./attune check");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(run(new TestCommand(), "nowhere")).isEqualTo(2);
        assertThat(out.toString()).contains("no folder nowhere");
    }

    @Test
    void graph_draws_a_dialog_and_names_the_others_when_there_is_none() {
        assertThat(run(new GraphCommand(), "internet-slow")).isZero();
        assertThat(out.toString()).startsWith("flowchart").contains("restart-router");
        assertThat(run(new GraphCommand(), "explain-bill")).isZero();
        assertThat(run(new GraphCommand(), "nope")).isEqualTo(1);
    }

    private int run(Object command, String... arguments) {
        var writer = new PrintWriter(out);
        return new CommandLine(command).setOut(writer).setErr(writer).execute(arguments);
    }
}
