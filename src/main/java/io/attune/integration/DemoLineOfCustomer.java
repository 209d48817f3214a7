package io.attune.integration;

import io.attune.customer.KeptElsewhere;
import io.attune.diagnostics.DemoLines;
import io.attune.diagnostics.LineState;
import io.attune.diagnostics.Lines;
import io.attune.diagnostics.Reported;
import jakarta.inject.Singleton;

/** A customer's simulated line, what was measured on it and what was reported of it, for export and erasure. */
@Singleton
public class DemoLineOfCustomer implements KeptElsewhere {
    private final DemoLines demoLines;
    private final Lines lines;
    private final Reported reported;

    DemoLineOfCustomer(DemoLines demoLines, Lines lines, Reported reported) {
        this.demoLines = demoLines;
        this.lines = lines;
        this.reported = reported;
    }

    @Override
    public String section() {
        return "line";
    }

    @Override
    public Object export(String customer) {
        return java.util.Map.of(
                "simulated",
                demoLines.find(customer).orElse(LineState.UNKNOWN),
                "measured",
                lines.now(customer),
                "reported",
                reported.of(customer));
    }

    @Override
    public void erase(String customer) {
        demoLines.forget(customer);
        lines.forget(customer);
        reported.forget(customer);
    }
}
