package io.attune.console;

import io.attune.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replies to begin from, in the customer's language: to be inserted, never sent by themselves. */
final class Replies {
    private static final Map<Language, String> HELLO = Map.of(
            Language.EN, "Hello%s, I am %s. I have read everything, so there is no need to repeat anything.",
            Language.ES, "Hola%s, soy %s. He leído todo, no hace falta que repitas nada.",
            Language.FR, "Bonjour%s, je suis %s. J'ai tout lu, vous n'avez rien à répéter.",
            Language.DE, "Guten Tag%s, ich bin %s. Ich habe alles gelesen, Sie müssen nichts wiederholen.");
    private static final Map<Language, String> GOAL = Map.of(
            Language.EN, "You wrote: “%s”. I am taking care of it now.",
            Language.ES, "Has escrito: «%s». Me ocupo ahora mismo.",
            Language.FR, "Vous avez écrit : « %s ». Je m'en occupe maintenant.",
            Language.DE, "Sie haben geschrieben: „%s“. Ich kümmere mich jetzt darum.");
    private static final Map<Language, String> MORE = Map.of(
            Language.EN, "Is there anything else I can do for you?",
            Language.ES, "¿Puedo ayudarte en algo más?",
            Language.FR, "Puis-je faire autre chose pour vous ?",
            Language.DE, "Kann ich sonst noch etwas für Sie tun?");
    private static final int QUOTE = 160;

    private Replies() {}

    /** @param why first_words, next_step or closing */
    record Reply(String id, String text, String why) {}

    /** @param next what the bot would say next; null when nothing */
    static List<Reply> of(
            Language language,
            @Nullable String customer,
            @Nullable String agent,
            @Nullable String goal,
            boolean spoken,
            @Nullable String next) {
        var replies = new ArrayList<Reply>();
        if (!spoken && agent != null) {
            String name = customer == null ? "" : " " + customer;
            String hello = String.format(HELLO.getOrDefault(language, "%s%s"), name, agent);
            String about = goal == null || goal.length() > QUOTE
                    ? ""
                    : " " + String.format(GOAL.getOrDefault(language, "%s"), goal);
            replies.add(new Reply("hello", hello + about, "first_words"));
        }
        if (next != null) {
            replies.add(new Reply("next", next, "next_step"));
        }
        replies.add(new Reply("more", MORE.getOrDefault(language, ""), "closing"));
        return replies;
    }
}
