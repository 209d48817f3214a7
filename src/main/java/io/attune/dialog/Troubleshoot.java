package io.attune.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dialog of which the engine finds the order: what can be wrong, what tells it apart, and what helps.
 *
 * @param causes what can be wrong, with prior odds
 * @param facts what tells causes apart
 * @param remedies what may help
 */
public record Troubleshoot(
        String id, List<String> intents, Texts texts, List<Cause> causes, List<Fact> facts, List<Remedy> remedies)
        implements Dialog {
    public Troubleshoot {
        intents = List.copyOf(intents);
        causes = List.copyOf(causes);
        facts = List.copyOf(facts);
        remedies = List.copyOf(remedies);
    }

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.id().equals(name)).findFirst();
    }

    public Optional<Remedy> remedy(String name) {
        return remedies.stream().filter(remedy -> remedy.id().equals(name)).findFirst();
    }

    /**
     * @param odds how common it is, on any scale that all causes of the dialog share
     * @param needsAgent whether only a person can deal with it, such as a technician's visit
     */
    public record Cause(String id, double odds, boolean needsAgent) {}

    /**
     * @param values what it can be
     * @param learn ways to know it without asking, best first
     * @param seen for each cause, the chance of each value, in the order of {@code values}
     * @param ask what asking costs; null for a fact that is never asked
     */
    public record Fact(
            String id,
            List<String> values,
            List<Learn> learn,
            Map<String, List<Double>> seen,
            @Nullable Effort ask) {
        public Fact {
            values = List.copyOf(values);
            learn = List.copyOf(learn);
            seen = Map.copyOf(seen);
        }
    }

    /**
     * @param cures cause to the chance that the remedy, carried out, cures it
     * @param changes facts that carrying it out alters: such a change alone is no reason to offer it again
     * @param settles whether telling it is all there is to do: nothing to carry out, nothing to check
     * @param verify how the line tests show that it worked; null to take the customer's word
     */
    public record Remedy(
            String id,
            Map<String, Double> cures,
            Effort effort,
            List<String> changes,
            boolean settles,
            @Nullable Check verify) {
        public Remedy {
            cures = Map.copyOf(cures);
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param minutes of the customer's time
     * @param difficulty on the aptitude scale (logit): a customer of that aptitude manages it every second time
     */
    public record Effort(double minutes, double difficulty) {}

    /**
     * @param reading a name in the diagnosis, such as {@code line.sync}
     * @param condition what it reads when all is well
     */
    public record Check(String reading, Condition condition) {}
}
