package io.attune.understanding.opennlp;

import io.attune.understanding.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads labelled utterances: UTF-8, {@code label<TAB>text}, a line each, no header; empty lines are skipped. */
public final class Rows {
    private Rows() {}

    /** @throws IllegalArgumentException naming every faulty line, {@code file:line: what is wrong} */
    public static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            int tab = line.indexOf('\t');
            if (line.isBlank()) {
                continue;
            }
            String source = file + ":" + number;
            if (tab <= 0 || line.substring(tab + 1).isBlank()) {
                faults.add(source + ": expected a label, a tab and a text");
            } else {
                rows.add(new Row(
                        line.substring(0, tab).strip(), line.substring(tab + 1).strip(), source));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return rows;
    }

    public static List<Row> readAll(List<Path> files) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : files) {
            rows.addAll(read(file));
        }
        return rows;
    }

    /** The same rows with {@code label} renamed to the name that Attune uses for what is out of scope. */
    static List<Row> withOutOfScope(List<Row> rows, String label) {
        return rows.stream()
                .map(row ->
                        row.label().equals(label) ? new Row(Understanding.OUT_OF_SCOPE, row.text(), row.source()) : row)
                .toList();
    }
}
