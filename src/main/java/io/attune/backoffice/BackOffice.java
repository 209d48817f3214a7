package io.attune.backoffice;

import java.util.Map;

/** The provider's own systems, as a flow's {@code call} reaches them. */
public interface BackOffice {
    /** The outcome when the systems do not answer, or there are none. */
    String UNAVAILABLE = "unavailable";

    /**
     * Does an errand and waits for its end.
     *
     * @return what came of it; {@link Reply#UNAVAILABLE} when the systems failed or were too slow. Never throws.
     */
    Reply send(String customer, Errand errand);

    /**
     * What a flow wants done.
     *
     * @param name as it stands in the dialog, such as {@code appointment-slots}
     * @param key the same for the same errand, however often it is sent: a second one must not do it twice
     * @param values what the customer gave
     */
    record Errand(String name, String key, Map<String, String> values) {
        public Errand {
            values = Map.copyOf(values);
        }
    }

    /**
     * @param outcome one word, which the dialog chooses its way by
     * @param values what the dialog may say, as {@code {result.NAME}}
     */
    record Reply(String outcome, Map<String, String> values) {
        public static final Reply UNAVAILABLE = new Reply(BackOffice.UNAVAILABLE, Map.of());

        public Reply {
            values = Map.copyOf(values);
        }
    }
}
