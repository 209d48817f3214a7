package io.attune.integration;

import io.attune.customer.KeptElsewhere;
import io.attune.diagnostics.DemoLines;
import io.attune.diagnostics.LineState;
import io.attune.diagnostics.Lines;
import jakarta.inject.Singleton;

/** A customer's simulated line and what was measured on it, for export and erasure. */
@Singleton
public class DemoLineOfCustomer implements KeptElsewhere {
    private final DemoLines demoLines;
    private final Lines lines;

    DemoLineOfCustomer(DemoLines demoLines, Lines lines) {
        this.demoLines = demoLines;
        this.lines = lines;
    }

    @Override
    public String section() {
        return "line";
    }

    @Override
    public Object export(String customer) {
        return java.util.Map.of(
                "simulated", demoLines.find(customer).orElse(LineState.UNKNOWN), "measured", lines.now(customer));
    }

    @Override
    public void erase(String customer) {
        demoLines.forget(customer);
        lines.forget(customer);
    }
}
