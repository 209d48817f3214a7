package io.attune.aptitude;

import io.attune.message.Compose;
import io.attune.message.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote, and what they had just read.
 *
 * @param echo the last messages of the bot or an agent, at most three count: words taken from there say nothing
 * @param typed characters that can have been typed; the length of the text where nothing says that part of it was pasted
 * @param seq the message
 */
public record Said(String text, Language language, List<String> echo, int typed, long seq) {
    private static final int ECHO = 3;
    /** Keys pressed fall short of the characters that stand there, by what a keyboard completes. */
    private static final double COMPLETED = 1.3;

    public Said {
        echo = List.copyOf(echo.subList(Math.max(0, echo.size() - ECHO), echo.size()));
    }

    public static Said of(String text, Language language, List<String> echo, @Nullable Compose compose, long seq) {
        return new Said(text, language, echo, typed(text, compose), seq);
    }

    private static int typed(String text, @Nullable Compose compose) {
        if (compose == null || !Boolean.TRUE.equals(compose.pasted()) || compose.keys() == null) {
            return text.length();
        }
        return Math.min(text.length(), (int) Math.round(compose.keys() * COMPLETED));
    }
}
