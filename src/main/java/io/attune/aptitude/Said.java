package io.attune.aptitude;

import io.attune.message.Language;
import java.util.List;

/**
 * What a customer wrote, and what they had just read.
 *
 * @param echo the last messages of the bot or an agent, at most three count: words taken from there say nothing
 * @param pasted whether the text, or part of it, came from somewhere else
 * @param seq the message
 */
public record Said(String text, Language language, List<String> echo, boolean pasted, long seq) {
    public Said {
        echo = List.copyOf(echo);
    }
}
