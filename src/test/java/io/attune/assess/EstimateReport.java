package io.attune.assess;

import io.attune.message.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints how well the estimates do: {@code EstimateReport [tune]}. With {@code tune} the tuning half, its worst cases and the
 * evidence; otherwise the figures of the held-out half and of simulated customers alone.
 */
final class EstimateReport {
    private EstimateReport() {}

    public static void main(String... args) throws IOException {
        Assessor assessor = Assessors.shipped();
        boolean tune = Arrays.asList(args).contains("tune");
        for (Language language : Language.values()) {
            List<Rated> written = tune ? RatedByHand.tuning(language) : RatedByHand.heldOut(language);
            List<Rated> simulated = new SimulatedCustomers(language, tune ? 1 : 2).draw(400);
            line(language.code() + " written", Scores.of(written, assessor));
            line(language.code() + " simulated", Scores.of(simulated, assessor));
            for (Twins twins : Twins.values()) {
                var a = Scores.Shift.of(written, twins, assessor);
                var b = Scores.Shift.of(simulated, twins, assessor);
                System.out.printf(
                        Locale.ROOT,
                        "   %-26s written %.3f max %.2f %-12s simulated %.3f max %.2f %s%n",
                        twins,
                        a.mean(),
                        a.most(),
                        a.where(),
                        b.mean(),
                        b.most(),
                        b.where());
            }
            if (Arrays.asList(args).contains("twins")) {
                for (Twins twins : Twins.values()) {
                    differ(Scores.Shift.of(simulated, twins, assessor), simulated, twins, assessor);
                    differ(Scores.Shift.of(written, twins, assessor), written, twins, assessor);
                }
            }
            if (tune && (args.length < 2 || args[1].equals(language.code()))) {
                worst(written, assessor, 14);
            }
        }
    }

    private static void line(String what, Scores s) {
        System.out.printf(
                Locale.ROOT,
                "%-14s n=%d first %.3f second %.3f all %.3f decided %.2f opposite %.3f within80 %.2f%n",
                what,
                s.n(),
                s.first(),
                s.second(),
                s.all(),
                s.decided(),
                s.opposite(),
                s.within());
    }

    private static void worst(List<Rated> cases, Assessor assessor, int count) {
        cases.stream()
                .sorted(Comparator.comparingDouble(one -> -miss(one, assessor)))
                .limit(count)
                .forEach(one -> {
                    System.out.printf(Locale.ROOT, "%n%s truth %.1f%n", one.name(), one.truth());
                    for (var turn : assessor.assess(one.transcript()).turns()) {
                        System.out.printf(
                                Locale.ROOT,
                                "  %+.2f ±%.2f %s %s%n",
                                turn.aptitude().mean(),
                                turn.aptitude().sd(),
                                turn.aptitude().band(),
                                one.turns().get(turn.index()).words());
                    }
                    assessor.assess(one.transcript())
                            .turns()
                            .getLast()
                            .aptitude()
                            .evidence()
                            .forEach(e ->
                                    System.out.printf(Locale.ROOT, "      %+.2f %s%n", e.contribution(), e.what()));
                });
    }

    private static void differ(Scores.Shift shift, List<Rated> cases, Twins twins, Assessor assessor) {
        if (shift.most() < 0.2) {
            return;
        }
        Rated one = cases.stream()
                .filter(c -> c.name().equals(shift.where()))
                .findFirst()
                .orElseThrow();
        System.out.println(twins + " " + one.name() + " " + shift.most());
        for (Rated each : List.of(one, twins.of(one))) {
            each.turns().forEach(turn -> System.out.println("   " + turn.words()));
            assessor.assess(each.transcript())
                    .turns()
                    .getLast()
                    .aptitude()
                    .evidence()
                    .forEach(e -> System.out.printf(Locale.ROOT, "      %+.2f %s%n", e.contribution(), e.what()));
        }
    }

    private static double miss(Rated one, Assessor assessor) {
        return Math.abs(one.truth()
                - 1.5
                        * assessor.assess(one.transcript())
                                .turns()
                                .getLast()
                                .aptitude()
                                .mean());
    }
}
