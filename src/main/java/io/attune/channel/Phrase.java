package io.attune.channel;

import io.attune.message.Language;

/** What a channel has to say itself, in every language spoken here. */
public enum Phrase {
    CHOOSE("Choose", "Elegir", "Choisir", "Auswählen"),
    NUMBER(
            "Reply with the number, or in your own words.",
            "Responda con el número o con sus propias palabras.",
            "Répondez par le numéro ou avec vos propres mots.",
            "Antworten Sie mit der Nummer oder mit eigenen Worten."),
    RATE(
            "Reply with a number from 1 (bad) to 5 (very good).",
            "Responda con un número del 1 (mal) al 5 (muy bien).",
            "Répondez par un chiffre de 1 (mauvais) à 5 (très bien).",
            "Antworten Sie mit einer Zahl von 1 (schlecht) bis 5 (sehr gut)."),
    JOINED(
            "%s has joined the conversation.",
            "%s se ha unido a la conversación.", "%s a rejoint la conversation.", "%s ist jetzt im Gespräch."),
    SOMEBODY("A colleague", "Un compañero", "Un collègue", "Ein Mensch aus unserem Team");

    private final String en;
    private final String es;
    private final String fr;
    private final String de;

    Phrase(String en, String es, String fr, String de) {
        this.en = en;
        this.es = es;
        this.fr = fr;
        this.de = de;
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ES -> es;
            case FR -> fr;
            case DE -> de;
        };
    }
}
