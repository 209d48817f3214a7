package io.attune.assess;

import io.attune.message.Language;
import java.util.List;

/**
 * A transcript and how technical its customer is.
 *
 * @param truth -2..2 where a person rated it, a draw from a normal distribution where it was simulated
 */
record Rated(String name, Language language, double truth, List<Transcript.Turn> turns) {
    Transcript transcript() {
        return new Transcript(null, null, List.copyOf(turns));
    }

    Rated with(List<Transcript.Turn> other) {
        return new Rated(name, language, truth, other);
    }
}
