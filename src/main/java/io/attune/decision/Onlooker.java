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
    private static final Pattern NO = Pattern.compile(
            "\\s*(?:(?:no|nope|non|nein)\\s*[,.!;:]|(?:no|nope) (?:the|i|its|it's|that|not)\\b|nein \\p{L}|non (?:pas|le|la|les|je|c)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
        StepOutcome outcome = told == null ? inWords(now) : told;
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
                && (SignalReader.hears(now, "misheard") || saysNo(said.getLast(), now));
        int more = (atALoss ? 1 : 0) + (objects ? 1 : 0);
        if (more == 0) {
            return outcome == StepOutcome.OK || SignalReader.hears(now, "thanks") ? 0 : Math.max(0, before - 1);
        }
        return before + more;
    }

    /** A "no" to what was no question: the bot is on the wrong track. */
    private static boolean saysNo(Said last, Situation now) {
        return now.memory().course().turns() > 0
                && !last.text().strip().endsWith("?")
                && NO.matcher(now.heard().getLast().text()).lookingAt();
    }

    private static @Nullable StepOutcome inWords(Situation now) {
        if (now.memory().course().turns() == 0 || now.memory().talk().said().isEmpty()) {
            return null;
        }
        if (SignalReader.hears(now, "unsolved")) {
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
