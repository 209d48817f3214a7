package io.attune.decision;

import io.attune.decision.LensWhy.Cause;
import io.attune.decision.LensWhy.Option;
import io.attune.decision.cost.Plan;
import io.attune.decision.cost.Step;
import io.attune.dialog.Troubleshoot.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The figures that a step of a troubleshooting was chosen by, as they are shown. */
final class LensFigures {
    private final Outlook outlook;
    private final Situation situation;

    LensFigures(Outlook outlook, Situation situation) {
        this.outlook = outlook;
        this.situation = situation;
    }

    LensWhy.Cost why() {
        Figures figures = outlook.figures();
        return new LensWhy.Cost(
                outlook.planner().options().stream().map(this::option).toList(),
                causes(),
                outlook.facts().known().entrySet().stream()
                        .map(fact -> new LensWhy.Fact(
                                fact.getKey(),
                                fact.getValue().value(),
                                fact.getValue().how()))
                        .toList(),
                figures.pasts().entrySet().stream()
                        .filter(past -> past.getValue().standing() != Past.Standing.FREE)
                        .map(past ->
                                new LensWhy.Tried(past.getKey(), past.getValue().isOpen()))
                        .toList());
    }

    private List<Cause> causes() {
        Figures figures = outlook.figures();
        return IntStream.range(0, figures.belief().length)
                .mapToObj(c -> new Cause(figures.dialog().causes().get(c).id(), round(figures.belief()[c], 3)))
                .sorted(Comparator.comparingDouble(Cause::chance).reversed())
                .toList();
    }

    private Option option(Plan plan) {
        double cost = round(plan.cost(), 2);
        Figures figures = outlook.figures();
        return switch (plan.step()) {
            case Step.HandOver() -> new Option("person", cost, null, null);
            case Step.Ask(int fact) ->
                new Option("fact:" + figures.asks().get(fact).id(), cost, null, null);
            case Step.Try(int place) -> {
                Remedy remedy = figures.tries().get(place);
                yield new Option(
                        "remedy:" + remedy.id(),
                        cost,
                        round(helps(place), 3),
                        round(Figures.ability(situation.estimates(), remedy.effort()), 3));
            }
        };
    }

    private double helps(int remedy) {
        double[] cure = outlook.problem().cure()[remedy];
        return IntStream.range(0, cure.length)
                .mapToDouble(c -> cure[c] * outlook.figures().belief()[c])
                .sum();
    }

    private static double round(double value, int places) {
        double scale = Math.pow(10, places);
        return Math.round(value * scale) / scale;
    }
}
