package io.attune.dialog;

import java.util.List;

/** What a dialog may use a customer's data for. */
public final class DataUse {
    /** The purposes that customers consent to or refuse, by the names that they go by everywhere. */
    public static final List<String> PURPOSES =
            List.of("service", "personalisation", "proactive", "marketing", "improvement");

    private DataUse() {}
}
