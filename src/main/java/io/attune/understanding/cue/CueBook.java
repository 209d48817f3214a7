package io.attune.understanding.cue;

import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.PhraseIndex;
import io.attune.understanding.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The cues of {@code models/lexicon/cues-LANGUAGE.tsv}: lines of kind, tab, phrase. Accents, capitals and punctuation make no
 * difference; a request for a person ({@code human}) is found in every language and through small misspellings, since a
 * customer who asks for one in any words must be heard.
 */
public final class CueBook {
    public static final String HUMAN = "human";

    private final Map<Language, PhraseIndex<String>> phrases = new EnumMap<>(Language.class);
    private final MisspeltPhrases human = new MisspeltPhrases();

    private CueBook() {}

    /** @throws IOException naming file and line of the first fault */
    public static CueBook load(Path folder) throws IOException {
        CueBook book = new CueBook();
        for (Language language : Language.values()) {
            PhraseIndex<String> index = new PhraseIndex<>();
            book.phrases.put(language, index);
            Path file = folder.resolve("cues-" + language.code() + ".tsv");
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                int tab = line.indexOf('\t');
                if (line.isBlank()) {
                    continue;
                }
                if (tab <= 0) {
                    throw new IOException(file + ":" + number + ": expected a kind of cue, a tab and a phrase");
                }
                String kind = line.substring(0, tab).strip();
                String phrase = line.substring(tab + 1).strip();
                if (kind.equals(HUMAN)) {
                    book.human.add(phrase);
                } else {
                    index.add(phrase, kind);
                }
            }
        }
        return book;
    }

    /** Every cue but {@code human}, in reading order, with the words as they stand in the text. */
    public List<Mood.Cue> find(String text, Words words, Language language) {
        List<Mood.Cue> cues = new ArrayList<>(4);
        for (PhraseIndex.Hit<String> hit :
                phrases.getOrDefault(language, new PhraseIndex<>()).find(words)) {
            cues.add(new Mood.Cue(hit.value(), text.substring(words.start(hit.first()), words.end(hit.last()))));
        }
        return cues;
    }

    /** The words that ask for a person, in any language; empty when there are none. */
    public List<Mood.Cue> human(String text, Words words) {
        return human.find(words).stream()
                .map(hit -> new Mood.Cue(HUMAN, text.substring(words.start(hit.first()), words.end(hit.last()))))
                .toList();
    }
}
