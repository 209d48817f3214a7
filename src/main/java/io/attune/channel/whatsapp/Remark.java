package io.attune.channel.whatsapp;

import io.attune.message.Language;

/** What this channel says of things that are no words, in every language spoken here. */
enum Remark {
    PHOTO("photo", "foto", "photo", "Foto"),
    VOICE("voice message", "mensaje de voz", "message vocal", "Sprachnachricht"),
    VIDEO("video", "vídeo", "vidéo", "Video"),
    STICKER("sticker", "sticker", "autocollant", "Sticker"),
    DOCUMENT("document", "documento", "document", "Dokument"),
    LOCATION("location", "ubicación", "position", "Standort"),
    CONTACT("contact", "contacto", "contact", "Kontakt"),
    STRANGE(
            "message that cannot be shown here", "mensaje que no se puede mostrar aquí",
            "message qui ne peut pas être affiché ici", "Nachricht, die hier nicht gezeigt werden kann"),
    KEPT(
            "I have kept this for a colleague, but I cannot look at it myself. Please tell me in words what it is about.",
            "Lo he guardado para un compañero, pero yo no puedo verlo. Cuénteme con palabras de qué se trata, por favor.",
            "Je l’ai gardé pour un collègue, mais je ne peux pas le regarder moi-même. Dites-moi en quelques mots de quoi il s’agit.",
            "Ich habe das für eine Kollegin oder einen Kollegen aufgehoben, kann es selbst aber nicht ansehen. Bitte sagen Sie"
                    + " mir in Worten, worum es geht."),
    NOT_KEPT(
            "I could not receive this. Please tell me in words what it is about, or send a smaller picture.",
            "No he podido recibirlo. Cuénteme con palabras de qué se trata o envíe una imagen más pequeña, por favor.",
            "Je n’ai pas pu le recevoir. Dites-moi en quelques mots de quoi il s’agit, ou envoyez une image plus petite.",
            "Das konnte ich nicht annehmen. Bitte sagen Sie mir in Worten, worum es geht, oder senden Sie ein kleineres Bild."),
    ONLY_WORDS(
            "I cannot read this kind of message. Please write it to me in words.",
            "No puedo leer este tipo de mensaje. Escríbamelo con palabras, por favor.",
            "Je ne peux pas lire ce type de message. Écrivez-le-moi avec des mots, s’il vous plaît.",
            "Diese Art von Nachricht kann ich nicht lesen. Bitte schreiben Sie es mir in Worten.");

    private final String en;
    private final String es;
    private final String fr;
    private final String de;

    Remark(String en, String es, String fr, String de) {
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
