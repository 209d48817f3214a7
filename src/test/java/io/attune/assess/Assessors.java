package io.attune.assess;

import io.attune.aptitude.Listener;
import io.attune.decision.Onlooker;
import io.attune.dialog.yaml.BookReader;
import io.attune.understanding.opennlp.OpenNlpUnderstander;
import java.io.IOException;
import java.nio.file.Path;

/** The assessor as it is shipped. */
final class Assessors {
    private Assessors() {}

    static Assessor shipped() throws IOException {
        Path lexicon = Path.of("models/lexicon");
        return new Assessor(
                OpenNlpUnderstander.load(Path.of("models")),
                Listener.load(lexicon),
                new Onlooker(),
                BookReader.read(Path.of("dialogs")).dialogs());
    }
}
