package io.attune.aptitude;

import io.attune.message.Compose;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears a customer's message, and adds to what is believed of them. The same for a live turn and for a transcript. */
public final class Listener {
    /** Words from this many messages before may be echoes. */
    private static final int ECHO = 3;

    private final LanguageEvidence language;

    public Listener(LanguageEvidence language) {
        this.language = language;
    }

    /**
     * @param said what the bot or an agent said so far, oldest first
     * @param mood how the message is said
     */
    public Beliefs hear(
            Beliefs before,
            String text,
            Language spoken,
            List<String> said,
            @Nullable Compose compose,
            Mood mood,
            long seq,
            Instant now) {
        boolean pasted = compose != null && Boolean.TRUE.equals(compose.pasted());
        List<String> lately = said.subList(Math.max(0, said.size() - ECHO), said.size());
        return before.with(
                language.observe(new Said(text, spoken, lately, pasted, seq)),
                WillingnessEvidence.observe(mood, seq),
                now);
    }
}
