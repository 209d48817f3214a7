package io.attune.aptitude;

import io.attune.message.Compose;
import io.attune.message.Language;
import io.attune.understanding.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears a customer's message, and adds to what is believed of them. The same for a live turn and for a transcript. */
public final class Listener {
    private final LanguageEvidence language;
    private final StepReader steps;

    public Listener(Lexicon lexicon, SkillBook skills, Spelling spelling) {
        language = new LanguageEvidence(lexicon, skills, spelling);
        steps = new StepReader(lexicon, skills, spelling);
    }

    /** @throws IOException naming file and line of the first fault of the lexicon */
    public static Listener load(Path lexicon) throws IOException {
        Lexicon terms = Lexicon.load(lexicon);
        SkillBook skills = SkillBook.load(lexicon);
        return new Listener(terms, skills, Spelling.load(lexicon, terms, skills));
    }

    /** @param mood how the message is said */
    public Beliefs hear(Beliefs before, Said said, Mood mood, Instant now) {
        return hear(before, said, mood, Optional.empty(), now);
    }

    /** @param domain the field that the message is about */
    public Beliefs hear(Beliefs before, Said said, Mood mood, Optional<Domain> domain, Instant now) {
        List<Observation> heard = language.observe(said).stream()
                .map(observation -> observation.in(domain.orElse(null)))
                .toList();
        return before.with(heard, WillingnessEvidence.observe(mood, said.seq()), now);
    }

    /** How long an answer took; what is missing is no evidence. */
    public Beliefs time(Beliefs before, Said said, @Nullable Long latencyMs, @Nullable Compose compose) {
        String prompt = said.echo().isEmpty() ? "" : said.echo().getLast();
        return Pace.Reply.of(said.seq(), latencyMs, prompt, said.text(), compose)
                .map(before::with)
                .orElse(before);
    }

    /** How hard a step is, logit scale, from how the bot puts it; for steps of which nothing else is known. */
    public double difficulty(String step, Language spoken) {
        return steps.difficulty(step, spoken);
    }

    /** Whether an answer tells that the step was done, even if it did not help. */
    public boolean isDone(Said answer) {
        return steps.isDone(answer);
    }

    /** What of a message was not pasted: the part that tells in which language the customer writes. */
    public static String typed(String text, @Nullable Compose compose) {
        String own = OwnWords.typed(Said.of(text, Language.EN, List.of(), compose, 0));
        return own.isBlank() ? text : own;
    }
}
