package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.dialog.yaml.BookReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static DialogBook book() throws IOException {
        return BookReader.read(Path.of("dialogs")).dialogs();
    }

    @Test
    void every_arrow_of_every_dialog_leads_from_a_node_to_a_node() throws IOException {
        for (Dialog dialog : book().inOrder()) {
            Drawing drawing = Drawing.of(dialog);
            var nodes = drawing.nodes().stream().map(Drawing.Node::id).collect(Collectors.toSet());
            assertThat(nodes).as("ids of " + dialog.id()).hasSameSizeAs(drawing.nodes());
            var ends = new HashSet<String>();
            drawing.edges().forEach(edge -> {
                ends.add(edge.from());
                ends.add(edge.to());
            });
            assertThat(nodes).as(dialog.id()).containsAll(ends);
        }
    }

    @Test
    void a_troubleshooting_shows_what_tells_a_cause_and_what_cures_it() throws IOException {
        Drawing drawing = Drawing.of(book().dialog("internet-slow").orElseThrow());
        assertThat(drawing.edges())
                .contains(new Drawing.Edge("fact:wifi-signal", "cause:weak-wifi", "", true))
                .anyMatch(edge ->
                        edge.from().equals("cause:weak-wifi") && edge.to().equals("remedy:place-router"))
                .contains(new Drawing.Edge("cause:line-fault", "person", "", false));
    }

    @Test
    void a_flow_begins_at_its_start() throws IOException {
        Drawing drawing = Drawing.of(book().dialog("explain-bill").orElseThrow());
        assertThat(drawing.edges().getFirst().from()).isEqualTo("begin");
        assertThat(drawing.nodes()).anyMatch(node -> node.kind() == Drawing.Kind.BRANCH);
    }
}
