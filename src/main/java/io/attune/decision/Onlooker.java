package io.attune.decision;

import io.attune.customer.Outcome;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Topic;
import io.attune.decision.memory.Tried;
import io.attune.decision.policy.HandoffPolicy;
import io.attune.decision.policy.HandoffSettings;
import io.attune.decision.policy.Verdict;
import io.attune.understanding.Mood;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges a conversation that somebody else's bot leads: hears the customer as a turn of our own would, with the same signals
 * and the same policy, and says nothing. Pure.
 */
public final class Onlooker {
    /** A message that begins by taking back what the bot said: a "no" and more than that. */
    private static final Pattern NO = Pattern.compile(
            "\\s*(?:(?:oh|ach|que|mais|but|good grief|mensch|hombre|pero)\\W+)?(?:no+|nope|nah|non+|nein+|ne+e|nö)\\W+\\p{L}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A question that a "no" does not answer. */
    private static final Pattern OPEN_QUESTION = Pattern.compile(
            "(?:^|[.!?¿,:]\\s*|\\b(?:for|in|on|to|at|about|de|en|a|con|pour|à|für|bei|in|an) )(?:what|which|when|where|who|how|why|qué|cuál|cuáles|cuándo|dónde|quién|cómo|quel|quelle|quels|quelles|quand|où|qui|comment|quoi|welche[rsnm]?|was|wann|wo|wer|wie|warum)\\b[^.!?]*\\?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Shorter words tell little of what a message is about. */
    private static final int TELLING = 6;

    /** Letters of a word that its forms share, more or less. */
    private static final int STEM = 5;

    private final HandoffPolicy policy;
    private final SignalReader signals;

    public Onlooker(HandoffSettings settings) {
        policy = new HandoffPolicy(settings);
        signals = new SignalReader(settings.rules().sameQueryDays());
    }

    public Onlooker() {
        this(HandoffSettings.DEFAULT);
    }

    /** @param memory to be given with the next message */
    public record Judged(Memory memory, Verdict verdict) {}

    /**
     * Something that the bot said.
     *
     * @param mood tells whether the bot said that it was at a loss
     */
    public record Said(String text, Mood mood) {}

    /**
     * @param situation with the memory that the last judgement left and the messages heard, at least one
     * @param said what the bot said since then, oldest first
     * @param told how the step that it gave ended; null when nobody recorded it, then the customer's words tell
     */
    public Judged judge(Situation situation, List<Said> said, @Nullable StepOutcome told) {
        Memory before = situation.memory();
        for (Said one : said) {
            before = before.withTalk(before.talk().withSaid(one.text()));
        }
        Situation now = situation.with(before);
        Act act = Hearing.of(now).act();
        StepOutcome outcome = told == null ? inWords(now, act) : told;
        Memory after = understood(stepped(SignalReader.heard(now), now, outcome), now, act);
        int missed = missed(after.talk().misunderstood(), said, now, outcome);
        after = after.withTalk(after.talk().withMisunderstood(missed));
        Verdict verdict = policy.judge(signals.readFromOutside(now, after, act));
        return new Judged(after.withCourse(after.course().withOver(verdict.over())), verdict);
    }

    /** Messages lately that went past each other; one that did not makes up for one that did. */
    private static int missed(int before, List<Said> said, Situation now, @Nullable StepOutcome outcome) {
        boolean atALoss = said.stream().anyMatch(one -> one.mood().has("lost"));
        boolean objects = !said.isEmpty()
                && now.memory().course().turns() > 0
                && (SignalReader.hears(now, "misheard") || outcome == null && (saysNo(said.getLast(), now) || restates(said.getLast(), now)));
        int more = (atALoss ? 1 : 0) + (objects ? 1 : 0);
        if (more == 0) {
            return outcome == StepOutcome.OK || SignalReader.hears(now, "thanks") ? 0 : Math.max(0, before - 1);
        }
        return before + more;
    }

    /** A "no" to what could not be answered by one: the bot is on the wrong track. */
    private static boolean saysNo(Said last, Situation now) {
        String text = last.text().strip();
        return (!text.endsWith("?") || OPEN_QUESTION.matcher(text).find())
                && NO.matcher(now.heard().getLast().text()).lookingAt();
    }

    /** Says again what they said before, a thing that the bot did not take up. */
    private static boolean restates(Said last, Situation now) {
        String before = now.memory().talk().heard();
        if (before == null) {
            return false;
        }
        List<String> bot = Words.of(last.text());
        List<String> again = Words.of(now.heard().getLast().text());
        return Words.of(before).stream()
                .filter(word -> word.length() >= TELLING)
                .anyMatch(word -> again.contains(word) && bot.stream().noneMatch(said -> isAlike(said, word)));
    }

    /** The same word, in whatever form: "cancel" and "cancelling". */
    private static boolean isAlike(String one, String other) {
        return one.regionMatches(0, other, 0, STEM);
    }

    private static @Nullable StepOutcome inWords(Situation now, Act act) {
        if (now.memory().course().turns() == 0 || now.memory().talk().said().isEmpty()) {
            return null;
        }
        String said = act instanceof Act.Says says ? says.intent() : "";
        if (SignalReader.hears(now, "unsolved") || said.equals("still_broken")) {
            return StepOutcome.FAIL;
        }
        return SignalReader.hears(now, "solved") ? StepOutcome.OK : null;
    }

    private static Memory stepped(Memory memory, Situation now, @Nullable StepOutcome outcome) {
        if (outcome == null) {
            return memory;
        }
        long seq = now.heard().getLast().seq();
        String step = "step-" + seq;
        Outcome ended = switch (outcome) {
            case OK -> Outcome.WORKED;
            case FAIL -> Outcome.FAILED;
            case REFUSE -> Outcome.REFUSED;
        };
        Memory tried = memory.withTried(new Tried("", step, ended, seq, ""));
        return outcome == StepOutcome.OK ? tried.withCourse(tried.course().withSolved(step)) : tried;
    }

    private static Memory understood(Memory memory, Situation now, Act act) {
        if (act instanceof Act.Brings(String intent, double confidence) && confidence >= Hearing.GUESS) {
            String dialog = now.dialogs().forIntent(intent).map(one -> one.id()).orElse(intent);
            return memory.withTopic(
                    Topic.begun(dialog, intent, now.heard().getLast().seq()));
        }
        return memory;
    }
}
