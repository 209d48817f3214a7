package io.attune.dialog;

import java.util.Comparator;

/**
 * Something wrong in a dialog file.
 *
 * @param file as the care designer knows it, relative to the folder that is read
 * @param line from 1
 * @param message what is wrong and what to do
 */
public record Fault(String file, int line, FaultKind kind, String message) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparing(Fault::message)
            .thenComparing(Fault::kind);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message + " [" + kind.code() + "]";
    }
}
