package io.attune.decision;

import io.attune.customer.LedgerEntry;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Known.How;
import io.attune.decision.memory.Memory;
import io.attune.dialog.Learn;
import io.attune.dialog.Troubleshoot;
import io.attune.dialog.Troubleshoot.Fact;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known for one troubleshooting dialog, each fact by the best way there is: tests first, then history and profile,
 * then what the customer said.
 *
 * @param known by fact
 * @param fingerprint of the diagnosis: the measured facts alone
 */
record Facts(Map<String, Known> known, Fingerprint fingerprint) {
    static Facts of(Troubleshoot dialog, Situation situation, Memory memory) {
        var known = new TreeMap<String, Known>();
        var measured = new TreeMap<String, String>();
        for (Fact fact : dialog.facts()) {
            learn(dialog, fact, situation)
                    .or(() -> told(dialog, fact, memory))
                    .ifPresent(value -> known.put(fact.id(), value));
            Known value = known.get(fact.id());
            if (value != null && value.how() == How.DIAGNOSTICS) {
                measured.put(fact.id(), value.value());
            }
        }
        return new Facts(known, new Fingerprint(measured));
    }

    private static Optional<Known> told(Troubleshoot dialog, Fact fact, Memory memory) {
        return memory.fact(dialog.id(), fact.id()).filter(known -> known.how() == How.CUSTOMER);
    }

    private static Optional<Known> learn(Troubleshoot dialog, Fact fact, Situation situation) {
        return fact.learn().stream()
                .flatMap(way -> learn(dialog, way, situation).stream())
                .findFirst();
    }

    private static Optional<Known> learn(Troubleshoot dialog, Learn way, Situation situation) {
        Values values = Values.of(situation);
        return switch (way) {
            case Learn.FromDiagnostics test ->
                test.read(values.measured(test.reading()), values::measured)
                        .map(value -> new Known(value, How.DIAGNOSTICS, 0));
            case Learn.FromProfile field ->
                field.read(values.profile(field.field()), values::profile)
                        .map(value -> new Known(value, How.PROFILE, 0));
            case Learn.FromHistory history ->
                history.read(String.valueOf(queries(dialog, history.days(), situation)), name -> null)
                        .map(value -> new Known(value, How.HISTORY, 0));
        };
    }

    private static long queries(Troubleshoot dialog, int days, Situation situation) {
        int here = (int) situation.memory().course().queries().stream()
                .filter(dialog.intents()::contains)
                .count();
        return Math.max(
                0,
                History.contacts(
                                situation.customer().history().stream()
                                        .filter(entry -> dialog.intents().contains(entry.intent()))
                                        .toList(),
                                situation.now(),
                                Duration.ofDays(days))
                        - here);
    }

    /** The memory with what is known now; readings that are no longer fresh are forgotten. */
    Memory into(Memory memory, Troubleshoot dialog) {
        Memory next = memory;
        for (Fact fact : dialog.facts()) {
            Known value = known.get(fact.id());
            next = value == null
                    ? next.withoutFact(dialog.id(), fact.id())
                    : next.withFact(dialog.id(), fact.id(), value);
        }
        return next;
    }

    Optional<String> value(String fact) {
        return Optional.ofNullable(known.get(fact)).map(Known::value);
    }

    static boolean concerns(LedgerEntry entry, Troubleshoot dialog, String remedy) {
        String name = entry.remedy();
        return name != null && (name.equals(dialog.id() + "/" + remedy) || name.equals(remedy));
    }
}
