package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.Entry;
import io.attune.customer.CustomerRecord;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Outcome;
import io.attune.customer.Profile;
import io.attune.decision.memory.Goal;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Promise;
import io.attune.diagnostics.Diagnosis;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent gets with a conversation: everything that is known, how it is known, and why it is theirs now. Each line
 * names the message that it comes from, where one does. Made without a language model.
 *
 * @param goal what the customer came for, in their words
 * @param tried remedies of this conversation, oldest first
 * @param estimates as the last turn made them
 * @param history earlier queries and remedies, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Packet(
        @Nullable Goal goal,
        @Nullable Reason reason,
        List<Fact> facts,
        List<Tried> tried,
        List<Measured> diagnostics,
        List<Promise> promises,
        @Nullable JsonNode estimates,
        Feeling mood,
        Profile profile,
        List<LedgerEntry> history) {
    private static final int HISTORY = 50;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String code, String sentence, @Nullable String rule, List<String> reasons, List<Signal> signals) {}

    /** Something that the decision looked at. */
    public record Signal(String what, String value) {}

    /** @param source diagnostics, history, profile or customer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            String name,
            String value,
            String source,
            @Nullable Long seq) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tried(
            String remedy,
            Outcome outcome,
            @Nullable Instant at,
            @Nullable Long seq) {}

    public record Measured(String fact, String value, Instant at) {}

    /** @param trend frustration after each of the last turns, oldest first, 0..1 */
    public record Feeling(double frustration, List<Double> trend) {}

    /** @param entries the whole log of the conversation */
    public static Packet of(
            Conversation conversation, Memory memory, List<Entry> entries, CustomerRecord customer, Diagnosis line) {
        JsonNode trace = traceOfHandoff(entries);
        return new Packet(
                memory.goal(),
                reason(conversation.handoff(), trace),
                facts(memory),
                tried(memory, entries),
                measured(line),
                memory.promises(),
                estimates(entries),
                new Feeling(memory.course().frustration(), memory.course().trend()),
                customer.profile(),
                customer.ledger().stream().limit(HISTORY).toList());
    }

    /** What was thought when it was handed over, not what the bot has noted since. */
    private static @Nullable JsonNode traceOfHandoff(List<Entry> entries) {
        int at = entries.size();
        while (at > 0 && !(entries.get(at - 1).event() instanceof HandoffRequested)) {
            at--;
        }
        return lastTrace(at == 0 ? entries : entries.subList(0, at));
    }

    private static @Nullable JsonNode estimates(List<Entry> entries) {
        JsonNode last = lastTrace(entries);
        return last == null ? null : last.get("estimates");
    }

    private static @Nullable JsonNode lastTrace(List<Entry> entries) {
        return entries.reversed().stream()
                .filter(entry -> entry.turn() != null)
                .map(entry -> entry.turn().trace())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Reason reason(@Nullable HandoffRequested request, @Nullable JsonNode trace) {
        if (request == null) {
            return null;
        }
        List<Signal> signals = trace == null
                ? List.of()
                : trace.path("decision")
                        .path("reasons")
                        .valueStream()
                        .map(ground -> new Signal(
                                ground.path("what").asText(),
                                ground.path("value").asText()))
                        .toList();
        List<String> grounds = signals.stream()
                .map(signal -> signal.what() + ": " + signal.value())
                .toList();
        return new Reason(request.reason(), request.sentence(), request.rule(), grounds, signals);
    }

    private static List<Fact> facts(Memory memory) {
        return memory.facts().entrySet().stream()
                .filter(fact -> !fact.getValue().value().equals(Known.UNSURE))
                .map(fact -> new Fact(
                        fact.getKey(),
                        fact.getValue().value(),
                        fact.getValue().how().code(),
                        seq(fact.getValue().seq())))
                .toList();
    }

    private static List<Tried> tried(Memory memory, List<Entry> entries) {
        return memory.tried().stream()
                .map(one -> new Tried(
                        one.dialog() + "/" + one.remedy(), one.outcome(), at(entries, one.seq()), seq(one.seq())))
                .toList();
    }

    private static @Nullable Instant at(List<Entry> entries, long seq) {
        return seq < 1 || seq > entries.size()
                ? null
                : entries.get((int) seq - 1).at();
    }

    private static @Nullable Long seq(long seq) {
        return seq == 0 ? null : Long.valueOf(seq);
    }

    public static List<Measured> measured(Diagnosis line) {
        return line.facts().entrySet().stream()
                .map(fact -> new Measured(
                        fact.getKey(), fact.getValue().value(), fact.getValue().at()))
                .sorted(Comparator.comparing(Measured::fact))
                .toList();
    }
}
