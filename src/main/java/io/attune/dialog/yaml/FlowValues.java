package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The values that a flow has of its own.
 *
 * @param forms names that its steps keep values under
 * @param calls whether it calls the provider's systems, so that there are results
 */
record FlowValues(Set<String> forms, boolean calls) {
    private static final String FORM = "form.";
    private static final String RESULT = "result.";

    static FlowValues of(Flow flow) {
        var forms = new LinkedHashSet<String>();
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Fill fill) {
                forms.add(fill.as());
            } else if (step instanceof Step.Ask ask && ask.as() != null) {
                forms.add(ask.as());
            }
        }
        return new FlowValues(forms, flow.steps().values().stream().anyMatch(Step.Call.class::isInstance));
    }

    static boolean isOwn(String name) {
        return name.startsWith(FORM) || name.startsWith(RESULT);
    }

    void uses(String name, Node at, Data data, Faults faults) {
        if (isOwn(name)) {
            own(name, Faults.line(at), faults);
        } else {
            data.uses(name, Data.Source.EITHER, Faults.line(at), faults);
        }
    }

    void own(String name, int line, Faults faults) {
        if (name.startsWith(FORM) && !forms.contains(name.substring(FORM.length()))) {
            faults.unknown(
                    line,
                    FaultKind.FORM_NOT_FILLED,
                    "no step keeps a value under this name; the value",
                    name.substring(FORM.length()),
                    forms);
        } else if (name.startsWith(RESULT) && !calls) {
            faults.add(
                    line,
                    FaultKind.RESULT_WITHOUT_CALL,
                    "{" + name + "} comes from a call, and no step calls; add the call or name another value");
        }
    }
}
