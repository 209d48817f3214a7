package io.attune.channel.exchange;

import io.attune.message.Language;

/** What is said where an agent's answer cannot be brought to the customer. */
enum Patience {
    /** A person is asked for. */
    PERSON(
            "This chat cannot show a new message by itself. To see what a colleague has answered, just write again.",
            "Este chat no puede mostrar mensajes nuevos por sí solo. Para ver lo que ha respondido un compañero, escriba de nuevo.",
            "Ce chat ne peut pas afficher de nouveau message de lui-même. Pour voir la réponse d'un collègue, écrivez de nouveau.",
            "Dieser Chat kann neue Nachrichten nicht von selbst zeigen. Schreiben Sie einfach noch einmal, um zu sehen, was jemand geantwortet hat."),
    /** Nothing to tell yet. */
    NOTHING_NEW(
            "Your message has been passed on. There is no answer from a colleague yet; write again later to see it.",
            "Su mensaje ha sido transmitido. Todavía no hay respuesta de un compañero; escriba más tarde para verla.",
            "Votre message a été transmis. Il n'y a pas encore de réponse d'un collègue ; écrivez plus tard pour la voir.",
            "Ihre Nachricht ist weitergegeben. Es gibt noch keine Antwort; schreiben Sie später noch einmal, um sie zu sehen."),
    /** The answer takes longer than a request may. */
    STILL_THINKING(
            "This takes a little longer. Write again in a moment to see the answer.",
            "Esto tarda un poco más. Escriba de nuevo en un momento para ver la respuesta.",
            "Cela prend un peu plus de temps. Écrivez de nouveau dans un instant pour voir la réponse.",
            "Das dauert etwas länger. Schreiben Sie gleich noch einmal, um die Antwort zu sehen.");

    private final String en;
    private final String es;
    private final String fr;
    private final String de;

    Patience(String en, String es, String fr, String de) {
        this.en = en;
        this.es = es;
        this.fr = fr;
        this.de = de;
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ES -> es;
            case FR -> fr;
            case DE -> de;
        };
    }
}
