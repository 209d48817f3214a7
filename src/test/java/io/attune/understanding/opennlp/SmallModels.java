package io.attune.understanding.opennlp;

import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Models of a handful of sentences, trained in a moment. */
final class SmallModels {
    private static final Map<Language, List<String>> SLOW = Map.of(
            Language.EN, List.of("my internet is slow", "everything loads at a crawl", "downloads take for ever here"),
            Language.ES, List.of("mi internet va lento", "todo carga muy despacio", "las descargas tardan mucho"),
            Language.FR, List.of("ma connexion est lente", "tout charge lentement", "le débit est trop faible"),
            Language.DE, List.of("mein internet ist langsam", "alles lädt ewig", "die geschwindigkeit ist schlecht"));
    private static final Map<Language, List<String>> OTHER = Map.of(
            Language.EN, List.of("tell me a joke", "who won the match", "will it rain tomorrow"),
            Language.ES, List.of("cuéntame un chiste", "quién ganó el partido", "va a llover mañana"),
            Language.FR, List.of("raconte une blague", "qui a gagné le match", "va-t-il pleuvoir demain"),
            Language.DE, List.of("erzähl einen witz", "wer hat das spiel gewonnen", "regnet es morgen"));
    private static final Map<Language, List<String>> PERSON = Map.of(
            Language.EN, List.of("I want a person", "an agent please", "get me a human"),
            Language.ES, List.of("quiero una persona", "un agente por favor", "necesito un humano"),
            Language.FR, List.of("je veux une personne", "un conseiller svp", "passez moi un humain"),
            Language.DE, List.of("ich will eine person", "einen mitarbeiter bitte", "geben sie mir einen menschen"));

    private SmallModels() {}

    /** @param slow what a slow line is called in these models, to tell them from others */
    static void write(Path models, String slow) throws IOException {
        Files.createDirectories(models.resolve("training"));
        Files.createDirectories(models.resolve("heldout"));
        for (Language language : Language.values()) {
            String rows = rows(slow, SLOW.get(language))
                    + rows("oos", OTHER.get(language))
                    + rows(HumanRequest.INTENT, PERSON.get(language));
            Files.writeString(models.resolve("training").resolve(language.code() + ".tsv"), rows);
            Files.writeString(models.resolve("heldout").resolve(language.code() + ".tsv"), rows);
        }
        Path lexicon = models.resolve("lexicon");
        if (!Files.exists(lexicon)) {
            Files.createDirectories(lexicon);
            for (Language language : Language.values()) {
                for (String kind : List.of("cues-", "consent-")) {
                    String cues = kind + language.code() + ".tsv";
                    Files.copy(Path.of("models/lexicon", cues), lexicon.resolve(cues));
                }
            }
        }
        new ModelTraining(models, line -> {}, null).run(null);
    }

    private static String rows(String label, List<String> texts) {
        return texts.stream().map(text -> label + "\t" + text + "\n").collect(Collectors.joining());
    }
}
