package io.attune.understanding.cue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of cues, in lines of kind, tab, pattern (see {@link PatternReader}). {@code @name}, tab, pattern names a class of
 * words for the lines below. {@code -kind}, tab, pattern takes words back: a cue of that kind that touches them does not
 * count. What follows {@code #} at the beginning of a line, and an empty line, is left out.
 */
final class CueFile {
    private static final int MOST_FAULTS = 50;

    /** @param kind a known kind, with {@code -} before it when the pattern takes words back */
    record Line(String kind, Pattern pattern) {}

    private final Path file;
    private final Map<String, Pattern> classes = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private CueFile(Path file) {
        this.file = file;
    }

    /** @throws IOException naming file and line of every fault, a line each */
    static List<Line> read(Path file) throws IOException {
        var reading = new CueFile(file);
        List<String> text = Files.readAllLines(file);
        for (int i = 0; i < text.size(); i++) {
            reading.line(i + 1, text.get(i));
        }
        if (!reading.faults.isEmpty()) {
            throw new IOException(String.join("\n", reading.faults));
        }
        return reading.lines;
    }

    private void line(int number, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        int tab = line.indexOf('\t');
        if (tab <= 0) {
            fault(number, "expected a kind of cue, a tab and a pattern");
            return;
        }
        String kind = line.substring(0, tab).strip();
        try {
            Pattern pattern = pattern(line.substring(tab + 1).strip());
            if (kind.startsWith("@")) {
                define(number, kind.substring(1), pattern);
            } else if (CueKinds.isKnown(kind.startsWith("-") ? kind.substring(1) : kind)) {
                lines.add(new Line(kind, pattern));
            } else {
                fault(number, "no such kind of cue: " + kind + "; " + CueKinds.hint(kind));
            }
        } catch (IllegalArgumentException wrong) {
            fault(number, String.valueOf(wrong.getMessage()));
        }
    }

    private Pattern pattern(String text) {
        if (text.startsWith("*") || text.endsWith("*")) {
            throw new IllegalArgumentException("'*' stands between words");
        }
        return PatternReader.read(text, classes);
    }

    private void define(int number, String name, Pattern pattern) {
        if (classes.put(name, pattern) != null) {
            fault(number, "@" + name + " is defined above");
        }
    }

    private void fault(int number, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(file + ":" + number + ": " + what);
        }
    }
}
