package io.attune.decision;

/** What a customer does with a message, read in the light of what was asked. */
sealed interface Act {
    /** Asks for a person. */
    record WantsPerson() implements Act {}

    /** Picks what was offered, by choice, number, title or own words. */
    record Picks(String choiceId) implements Act {}

    /** Brings or names a topic of care. */
    record Brings(String intent, double confidence) implements Act {}

    /** Small talk or control: {@code affirm}, {@code thanks}, {@code repeat}, … */
    record Says(String intent) implements Act {}

    /** Cannot be told; {@code outOfScope} when it is understood to be no matter of care. */
    record Unclear(boolean outOfScope) implements Act {}
}
