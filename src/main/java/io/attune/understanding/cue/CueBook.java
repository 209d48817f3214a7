package io.attune.understanding.cue;

import io.attune.message.Language;
import io.attune.understanding.Mood;
import io.attune.understanding.Words;
import io.attune.understanding.cue.CueIndex.Hit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cues of {@code models/lexicon/cues-LANGUAGE.tsv} and {@code consent-LANGUAGE.tsv}, see {@link CueFile}. Accents, capitals, punctuation and small
 * misspellings make no difference. Requests for a person and cries for help are found in every language, since a customer
 * must be heard with them in any words.
 */
public final class CueBook {
    private static final String TAKEN_BACK = "-";

    private final Map<Language, CueIndex> byLanguage;
    private final CueIndex requests;
    private final CueIndex cries;
    private final CueIndex consent;

    private CueBook(Map<Language, CueIndex> byLanguage, CueIndex requests, CueIndex cries, CueIndex consent) {
        this.byLanguage = byLanguage;
        this.requests = requests;
        this.cries = cries;
        this.consent = consent;
    }

    /** @throws IOException naming file and line of each fault */
    public static CueBook load(Path folder) throws IOException {
        var byLanguage = new EnumMap<Language, CueIndex>(Language.class);
        var requests = new CueIndex.Builder(true);
        var cries = new CueIndex.Builder(false);
        var consent = new CueIndex.Builder(true);
        for (Language language : Language.values()) {
            var own = new CueIndex.Builder(true);
            for (CueFile.Line line : CueFile.read(folder.resolve("cues-" + language.code() + ".tsv"))) {
                String kind = line.kind().startsWith(TAKEN_BACK) ? line.kind().substring(1) : line.kind();
                (CueKinds.REQUESTS.contains(kind) ? requests : own).add(line.kind(), line.pattern());
                if (CueKinds.CRIES.contains(kind)) {
                    cries.add(line.kind(), line.pattern());
                }
            }
            for (CueFile.Line line : CueFile.read(folder.resolve("consent-" + language.code() + ".tsv"))) {
                consent.add(line.kind(), line.pattern());
            }
            byLanguage.put(language, own.build());
        }
        return new CueBook(byLanguage, requests.build(), cries.build(), consent.build());
    }

    /**
     * The cues of this language, and of any the cries for help and what is said of the use of data, with the words as they stand in the text; requests for a person
     * are {@link #requests}.
     */
    public List<Mood.Cue> find(String text, Words words, Language language) {
        CueIndex index = byLanguage.get(language);
        List<Mood.Cue> own =
                index == null ? List.of() : read(text, words, index).cues();
        return Stream.of(
                        own,
                        read(text, words, cries).cues(),
                        read(text, words, consent).cues())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The words that ask for a person, or speak of one, in any language. */
    public Found requests(String text, Words words) {
        return read(text, words, requests);
    }

    /**
     * @param cues in reading order
     * @param takenBack kinds of which words were found that mean something else
     */
    public record Found(List<Mood.Cue> cues, List<String> takenBack) {
        public Found {
            cues = List.copyOf(cues);
            takenBack = List.copyOf(takenBack);
        }
    }

    private static Found read(String text, Words words, CueIndex index) {
        List<Hit> hits = index.find(words);
        List<Hit> back =
                hits.stream().filter(hit -> hit.kind().startsWith(TAKEN_BACK)).toList();
        return new Found(
                hits.stream()
                        .filter(hit -> !hit.kind().startsWith(TAKEN_BACK) && stands(hit, back))
                        .map(hit -> new Mood.Cue(
                                hit.kind(), text.substring(words.start(hit.first()), words.end(hit.last()))))
                        .toList(),
                back.stream().map(hit -> hit.kind().substring(1)).distinct().toList());
    }

    private static boolean stands(Hit hit, List<Hit> back) {
        return back.stream()
                .noneMatch(other -> other.overlaps(hit) && concerns(other.kind().substring(1), hit.kind()));
    }

    /** What takes back a request takes back a mention too, and what takes back anger the milder kind. */
    private static boolean concerns(String takenBack, String kind) {
        return takenBack.equals(kind)
                || (takenBack.equals(CueKinds.HUMAN) && kind.equals(CueKinds.MENTION))
                || (takenBack.equals(CueKinds.ANGER) && kind.equals(CueKinds.FRUSTRATION));
    }
}
