package io.attune.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A way to know a fact without asking for it. */
public sealed interface Learn {
    List<Case> cases();

    /**
     * @param reading a name in the diagnosis
     * @param cases what each reading means
     */
    record FromDiagnostics(String reading, List<Case> cases) implements Learn {}

    /** @param field a field of the profile, such as {@code plan} or one of its circumstances */
    record FromProfile(String field, List<Case> cases) implements Learn {}

    /** @param days how far back the customer's queries of the dialog's intents are counted, this one not included */
    record FromHistory(int days, List<Case> cases) implements Learn {}

    /** The value of the first case that applies; empty where none does or the value looked at is unknown. */
    default Optional<String> read(@Nullable String value, Function<String, @Nullable String> others) {
        if (value == null) {
            return Optional.empty();
        }
        return cases().stream()
                .filter(line -> line.when().holds(value, others))
                .map(Case::means)
                .findFirst();
    }

    /** @param means a value of the fact */
    record Case(Condition when, String means) {}
}
