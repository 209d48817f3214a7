package io.attune.understanding.opennlp;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Models that are missing, damaged or of another version: none of them is used. The message has a line for each fault. */
public final class ModelsRefused extends IOException {
    private static final long serialVersionUID = 1;

    static final String TRAIN = "train with `./attune train --embeddings`, or put back the files of the version in use";

    /**
     * @param file below the folder of the models, with a line number where there is one
     * @param what is wrong with it
     * @param remedy what to do
     */
    public record Fault(String file, String what, String remedy) {
        @Override
        public String toString() {
            return file + ": " + what + "; " + remedy;
        }
    }

    private final transient List<Fault> faults;

    ModelsRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    ModelsRefused(String file, String what, String remedy) {
        this(List.of(new Fault(file, what, remedy)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
