package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.aptitude.Observation;
import io.attune.aptitude.Willingness;
import io.attune.backoffice.BackOffice.Errand;
import io.attune.customer.ConsentTalk;
import io.attune.customer.LedgerEntry;
import io.attune.decision.memory.Memory;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.message.Content;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to say and do, and why.
 *
 * @param say messages to the customer, in their language; may be empty
 * @param handoff puts the conversation into the queue; null otherwise
 * @param dialog the dialog it belongs to; null for talk
 * @param remedy the remedy it gives or asks about; null otherwise
 * @param memory to be stored with the turn and given to the next decision
 * @param ledger to be written into the customer's ledger
 * @param observations outcomes of steps, for the aptitude estimate
 * @param willingness evidence for the enthusiasm estimate
 * @param consent what the customer said of the use of their data, and was told; to be kept with them
 * @param verdict what the handoff policy found; null for a greeting
 * @param errand to be done before this decision can be made: nothing else in it counts, and it is asked for again with the
 *     answer among the situation's replies; null otherwise
 * @param examineAgain run the line tests again: the customer changed something
 * @param leaveQueue the customer no longer waits for an agent
 * @param callBackAt the customer chose to be called back then, and no longer waits; null otherwise
 * @param endOfConversation the customer said goodbye and nothing is open
 * @param reasons in order of weight; never empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        Kind kind,
        List<Content> say,
        @Nullable HandoffOrder handoff,
        @Nullable String dialog,
        @Nullable String remedy,
        Memory memory,
        List<LedgerEntry> ledger,
        List<Observation> observations,
        List<Willingness> willingness,
        ConsentTalk consent,
        @Nullable Verdict verdict,
        @Nullable Errand errand,
        boolean examineAgain,
        boolean leaveQueue,
        @Nullable Instant callBackAt,
        boolean endOfConversation,
        List<Reason> reasons) {
    public Decision {
        say = List.copyOf(say);
        ledger = List.copyOf(ledger);
        observations = List.copyOf(observations);
        willingness = List.copyOf(willingness);
        reasons = List.copyOf(reasons);
    }

    public enum Kind {
        GREET,
        /** asks for a fact, or puts a question of a flow */
        ASK,
        /** gives a remedy to try */
        REMEDY,
        /** asks whether a remedy helped */
        VERIFY,
        /** tells something that needs no answer */
        INFORM,
        SMALLTALK,
        CLARIFY,
        NOT_UNDERSTOOD,
        OFFER_HANDOFF,
        HANDOFF,
        RESOLVED,
        /** waits while the customer does something */
        WAIT,
        /** says the last thing again */
        REPEAT,
        CANCELLED,
        /** a gentle word to a customer who has not answered */
        NUDGE,
        /** the conversation is closed for want of an answer */
        CLOSED,
        /** taken note of for an agent; at most a word is said */
        NOTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
