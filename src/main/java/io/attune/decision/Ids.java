package io.attune.decision;

/** How choices are named on the wire: a letter for the kind, then parts, by colons. */
final class Ids {
    static final String PERSON = "t:person";
    static final String YES = "t:yes";
    static final String NO = "t:no";
    static final String OTHER = "t:other";

    private Ids() {}

    static String fact(String dialog, String fact, String value) {
        return "f:" + dialog + ":" + fact + ":" + value;
    }

    static String remedy(String dialog, String remedy, String outcome) {
        return "r:" + dialog + ":" + remedy + ":" + outcome;
    }

    static String step(String dialog, String step, String answer) {
        return "s:" + dialog + ":" + step + ":" + answer;
    }

    static String topic(String intent) {
        return "i:" + intent;
    }
}
