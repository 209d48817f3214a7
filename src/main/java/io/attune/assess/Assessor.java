package io.attune.assess;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Estimates;
import io.attune.aptitude.Listener;
import io.attune.aptitude.Repetition;
import io.attune.aptitude.Said;
import io.attune.decision.Heard;
import io.attune.decision.Onlooker;
import io.attune.decision.QueueState;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a transcript to what a turn of our own would make of each of the customer's messages: the same understanding, the
 * same estimates, the same judgement on handing over. Nothing is stored; the same transcript gives the same answer.
 */
public final class Assessor {
    /** The transcript tells no dates; only distances from its beginning count. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private final Understander understander;
    private final Listener listener;
    private final Onlooker onlooker;
    private final DialogBook dialogs;

    public Assessor(Understander understander, Listener listener, Onlooker onlooker, DialogBook dialogs) {
        this.understander = understander;
        this.listener = listener;
        this.onlooker = onlooker;
        this.dialogs = dialogs;
    }

    /** @param transcript in which {@link TranscriptCheck} finds no fault */
    public Assessed assess(Transcript transcript) {
        var reading = new Reading(transcript);
        List<Transcript.Turn> turns = Known.turns(transcript);
        for (int i = 0; i < turns.size(); i++) {
            reading.take(i, turns.get(i));
        }
        return new Assessed(reading.assessed);
    }

    /** One way through one transcript. */
    private final class Reading {
        private final List<Assessed.Turn> assessed = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private final Situation.Customer customer;
        private final QueueState queue;
        private final Steps steps = new Steps(listener);
        private List<Onlooker.Said> saidSince = new ArrayList<>();
        private Beliefs beliefs = new Beliefs(Beliefs.Kept.NOTHING, false);
        private Memory memory = Memory.EMPTY;
        private Language language = Language.EN;
        private Instant now = BEGINNING;

        Reading(Transcript transcript) {
            customer = Known.customer(transcript, BEGINNING);
            long wait = transcript.queueWaitMs() == null ? 0 : transcript.queueWaitMs();
            queue = new QueueState(1, 0, Duration.ofMillis(wait));
        }

        void take(int index, Transcript.Turn turn) {
            now = now.plusMillis(turn.latencyMs() == null ? 0 : turn.latencyMs());
            if (turn.isOfCustomer()) {
                hear(index, turn);
            } else {
                String text = turn.words();
                Understanding heard = understand(text);
                language = heard.language();
                said.add(text);
                saidSince.add(new Onlooker.Said(text, heard.mood()));
                steps.given(text, language, turn.stepOutcome());
            }
        }

        private void hear(int index, Transcript.Turn turn) {
            String typed = Listener.typed(turn.words(), turn.compose());
            Understanding meant = understand(turn.words());
            language = typed.equals(turn.words())
                    ? meant.language()
                    : understand(typed).language();
            Said heard = Said.of(turn.words(), language, said, turn.compose(), index);
            beliefs = listener.time(beliefs, heard, turn.latencyMs(), turn.compose());
            beliefs = listener.hear(beliefs, heard, meant.mood(), now);
            beliefs = beliefs.with(Repetition.observe(customer.history(), meant.intent(), index, now), List.of(), now);
            var step = steps.answered(turn, heard);
            beliefs = beliefs.with(step.observations(), step.signs(), now);
            Estimates estimates = beliefs.estimates(now, null);
            beliefs = beliefs.with(estimates.aptitude().band());
            var judged = onlooker.judge(situation(index, turn, meant, estimates), saidSince, step.outcome());
            memory = judged.memory();
            saidSince = new ArrayList<>();
            assessed.add(new Assessed.Turn(
                    index,
                    meant.intent(),
                    meant.mood(),
                    estimates.aptitude(),
                    Assessed.Enthusiasm.of(estimates.enthusiasm()),
                    Assessed.Handoff.of(judged.verdict())));
        }

        private Understanding understand(String text) {
            return understander.understand(text.substring(0, Math.min(text.length(), Content.MAX_TEXT)), language);
        }

        private Situation situation(int index, Transcript.Turn turn, Understanding meant, Estimates estimates) {
            return new Situation(
                    now,
                    ZoneOffset.UTC,
                    Channel.WEB,
                    language,
                    List.of(new Heard(index, turn.words(), null, meant)),
                    memory,
                    estimates,
                    customer,
                    Diagnosis.UNKNOWN,
                    queue,
                    false,
                    dialogs,
                    Map.of());
        }
    }
}
