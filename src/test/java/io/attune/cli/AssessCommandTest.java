package io.attune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code attune assess} on whole files. */
class AssessCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int assess(String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("some.jsonl"), lines);
        return new CommandLine(new AssessCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(file.toString());
    }

    @Test
    void answers_a_line_for_each_transcript() throws Exception {
        int exit = assess("""
                {"turns":[{"role":"customer","text":"my wifi is slow"}]}

                {"turns":[{"role":"bot","text":"Hola"},{"role":"customer","text":"quiero hablar con una persona"}]}
                """);
        assertThat(exit).isZero();
        String[] lines = out.toString().strip().split("\n");
        assertThat(lines).hasSize(2);
        var second = new ObjectMapper().readTree(lines[1]).path("turns").path(0);
        assertThat(second.path("index").asInt()).isEqualTo(1);
        assertThat(second.path("handoff").path("decision").asText()).isEqualTo("transfer");
    }

    @Test
    void names_file_and_line_of_every_fault_and_answers_nothing() throws Exception {
        int exit = assess("""
                {"turns":[{"role":"customer","text":"my wifi is slow"}]}
                {"turns":[{"role":"customer","text":""}]}
                not json
                {"turns":[{"role":"customer","text":"a","colour":"red"}]}
                """);
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("some.jsonl:2: turns[0].text"),
                        line -> assertThat(line).contains("some.jsonl:3: "),
                        line -> assertThat(line).contains("some.jsonl:4: turns[0].colour: unknown field"));
    }
}
