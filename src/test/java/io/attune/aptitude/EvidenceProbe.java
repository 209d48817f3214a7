package io.attune.aptitude;

import io.attune.message.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the evidence in each line of the standard input: {@code EvidenceProbe en}. */
final class EvidenceProbe {
    private EvidenceProbe() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of("models/lexicon");
        Lexicon lexicon = Lexicon.load(folder);
        SkillBook skills = SkillBook.load(folder);
        var evidence = new LanguageEvidence(lexicon, skills, Spelling.load(folder, lexicon, skills));
        Language language = Language.valueOf(args[0].toUpperCase(Locale.ROOT));
        if (args.length > 1) {
            List<String> texts = java.nio.file.Files.readAllLines(Path.of(args[1]));
            for (int round = 0; round < 12; round++) {
                long began = System.nanoTime();
                texts.forEach(text -> evidence.observe(Said.of(
                        text,
                        language,
                        List.of("Please restart the router and tell me which lights are on."),
                        null,
                        1)));
                System.out.println((System.nanoTime() - began) / 1000 / texts.size() + " µs a message");
            }
        }
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<Observation> found = evidence.observe(Said.of(line, language, List.of(), null, 1));
            System.out.printf(
                    Locale.ROOT,
                    "%+.2f %s%n",
                    AptitudeFilter.estimate(found, Band.UNKNOWN).mean(),
                    line);
            found.forEach(one -> System.out.printf(
                    Locale.ROOT, "        %+.1f x %.2f %s%n", one.z(), one.information(), one.what()));
        }
    }
}
