package io.attune.decision;

import io.attune.customer.Outcome;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Topic;
import io.attune.decision.memory.Tried;
import io.attune.decision.policy.HandoffPolicy;
import io.attune.decision.policy.HandoffSettings;
import io.attune.decision.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a conversation that somebody else's bot leads: hears the customer as a turn of our own would, with the same signals
 * and the same policy, and says nothing. Pure.
 */
public final class Onlooker {
    private final HandoffPolicy policy;
    private final SignalReader signals;

    public Onlooker(HandoffSettings settings) {
        policy = new HandoffPolicy(settings);
        signals = new SignalReader(settings.seedDays());
    }

    public Onlooker() {
        this(HandoffSettings.DEFAULT);
    }

    /** @param memory to be given with the next message */
    public record Judged(Memory memory, Verdict verdict) {}

    /**
     * @param situation with the memory that the last judgement left and the messages heard, at least one
     * @param said what the bot said since then, oldest first
     * @param outcome how the step that it gave ended; null when there was none
     */
    public Judged judge(Situation situation, List<String> said, @Nullable StepOutcome outcome) {
        Memory before = situation.memory();
        for (String text : said) {
            before = before.withTalk(before.talk().withSaid(text));
        }
        Situation now = situation.with(before);
        Act act = Hearing.of(now).act();
        Memory after = understood(stepped(SignalReader.heard(now), now, outcome), now, act);
        Verdict verdict = policy.judge(signals.read(now, after, act));
        return new Judged(after.withCourse(after.course().withOver(verdict.over())), verdict);
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
        int inARow = act instanceof Act.Unclear ? memory.talk().misunderstood() + 1 : 0;
        Memory heard = memory.withTalk(memory.talk().withMisunderstood(inARow));
        if (act instanceof Act.Brings(String intent, double confidence) && confidence >= Hearing.GUESS) {
            String dialog = now.dialogs().forIntent(intent).map(one -> one.id()).orElse(intent);
            return heard.withTopic(
                    Topic.begun(dialog, intent, now.heard().getLast().seq()));
        }
        return heard;
    }
}
