package io.attune.aptitude;

import io.attune.message.Compose;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears a customer's message, and adds to what is believed of them. The same for a live turn and for a transcript. */
public final class Listener {
    private final LanguageEvidence language;

    public Listener(LanguageEvidence language) {
        this.language = language;
    }

    /** @throws IOException naming file and line of the first fault of the lexicon */
    public static Listener load(Path lexicon) throws IOException {
        Lexicon terms = Lexicon.load(lexicon);
        SkillBook skills = SkillBook.load(lexicon);
        return new Listener(new LanguageEvidence(terms, skills, Spelling.load(lexicon, terms, skills)));
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
        return before.with(
                language.observe(Said.of(text, spoken, said, compose, seq)),
                WillingnessEvidence.observe(mood, seq),
                now);
    }
}
