package io.attune.cli.story;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads each text once: stories that are told for several customers say the same to each. */
final class Remembering implements Understander {
    private final Understander reader;
    private final Map<Read, Understanding> read = new ConcurrentHashMap<>();

    Remembering(Understander reader) {
        this.reader = reader;
    }

    private record Read(String text, Language prior) {}

    @Override
    public Understanding understand(String text, Language prior) {
        return read.computeIfAbsent(new Read(text, prior), wanted -> reader.understand(wanted.text(), wanted.prior()));
    }
}
