package io.attune.assess;

import io.attune.decision.StepOutcome;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Customers drawn at random, who speak in whole sentences of a phrase bank that was written apart from the estimator's words.
 * What they say follows from how technical they are through noisy thresholds, what they manage through a probit: neither is
 * a form that the estimator knows.
 */
final class SimulatedCustomers {
    private static final double[] THRESHOLDS = {-1.2, -0.4, 0.4, 1.2};

    private record Phrase(int level, boolean opens, String text) {}

    private record Step(double difficulty, String text) {}

    private final Language language;
    private final Random random;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<Step> steps;

    SimulatedCustomers(Language language, long seed) throws IOException {
        this.language = language;
        this.random = new Random(seed);
        for (String line :
                Files.readAllLines(Path.of("src/test/resources/estimates", "bank-" + language.code() + ".tsv"))) {
            String[] parts = line.split("\t");
            phrases.add(new Phrase(Integer.parseInt(parts[0]), parts[1].equals("o"), parts[2]));
        }
        steps = steps(language);
    }

    List<Rated> draw(int count) {
        List<Rated> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(one("simulated " + language.code() + " " + i));
        }
        return all;
    }

    private Rated one(String name) {
        double truth = 1.1 * random.nextGaussian();
        int messages = 3 + random.nextInt(7);
        boolean timed = random.nextInt(3) > 0;
        double unhurried = Math.exp(0.5 * random.nextGaussian());
        List<Transcript.Turn> turns = new ArrayList<>();
        turns.add(RatedByHand.bot("?"));
        turns.add(RatedByHand.customer(phrase(truth, true), null, null));
        for (int i = 1; i < messages; i++) {
            boolean stepGiven = random.nextInt(10) < 5;
            Step step = steps.get(random.nextInt(steps.size()));
            turns.add(RatedByHand.bot(stepGiven ? step.text : "?"));
            StepOutcome outcome = stepGiven ? outcome(truth, step) : null;
            Long latency = timed
                    ? Math.round(1000
                            * unhurried
                            * (15 + (stepGiven ? 40 * Math.exp(0.4 * random.nextGaussian() - 0.1 * truth) : 10)))
                    : null;
            String text = random.nextInt(10) < 3 ? neutral() : phrase(truth, false);
            turns.add(RatedByHand.customer(text, outcome, latency));
        }
        return new Rated(name, language, truth, turns);
    }

    /** What somebody who is so technical in a field writes about it. */
    List<String> messages(double truth, int count) {
        var messages = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            messages.add(phrase(truth, i == 0));
        }
        return messages;
    }

    private StepOutcome outcome(double truth, Step step) {
        if (random.nextInt(12) == 0) {
            return StepOutcome.REFUSE;
        }
        return truth - step.difficulty + 1.3 * random.nextGaussian() > 0 ? StepOutcome.OK : StepOutcome.FAIL;
    }

    private String phrase(double truth, boolean opens) {
        double shown = truth + 0.5 * random.nextGaussian();
        int level = 1;
        for (double threshold : THRESHOLDS) {
            level += shown > threshold ? 1 : 0;
        }
        int wanted = level;
        return any(phrases.stream()
                .filter(phrase -> phrase.level == wanted && phrase.opens == opens)
                .toList());
    }

    private String neutral() {
        return any(phrases.stream().filter(phrase -> phrase.level == 0).toList());
    }

    private String any(List<Phrase> some) {
        return some.get(random.nextInt(some.size())).text;
    }

    private static List<Step> steps(Language language) {
        return switch (language) {
            case EN ->
                List.of(
                        new Step(-1.3, "Please turn the router off, wait a minute and turn it on again."),
                        new Step(-0.6, "Could you look at the sticker and tell me the serial number?"),
                        new Step(0.2, "Please connect a computer with a network cable and measure again."),
                        new Step(0.9, "Please sign in to the router's page and change the Wi-Fi channel."),
                        new Step(1.6, "Please set the DNS server by hand in your network settings."));
            case DE ->
                List.of(
                        new Step(-1.3, "Bitte schalten Sie den Router aus und nach einer Minute wieder ein."),
                        new Step(-0.6, "Lesen Sie mir bitte die Seriennummer vom Aufkleber vor."),
                        new Step(
                                0.2,
                                "Bitte schließen Sie einen Rechner per Netzwerkkabel an und messen Sie noch einmal."),
                        new Step(0.9, "Bitte ändern Sie auf der Router-Seite den WLAN-Kanal."));
            case ES ->
                List.of(
                        new Step(-1.3, "Apague el router y enciéndalo al cabo de un minuto."),
                        new Step(-0.6, "Dígame el número de serie de la pegatina."),
                        new Step(0.2, "Conecte un ordenador con un cable de red y mida otra vez."),
                        new Step(0.9, "Entre en la página del router y cambie el canal del wifi."));
            case FR ->
                List.of(
                        new Step(-1.3, "Éteignez la box puis rallumez-la après une minute."),
                        new Step(-0.6, "Lisez-moi le numéro de série sur l'étiquette."),
                        new Step(0.2, "Branchez un ordinateur avec un câble réseau et mesurez à nouveau."),
                        new Step(0.9, "Ouvrez la page de la box et changez le canal du wifi."));
        };
    }
}
