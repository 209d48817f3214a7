package io.attune.decision;

import io.attune.aptitude.Estimates;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Profile;
import io.attune.customer.Settings;
import io.attune.decision.memory.Memory;
import io.attune.decision.memory.Promise;
import io.attune.diagnostics.Diagnosis;
import io.attune.dialog.DialogBook;
import io.attune.message.Channel;
import io.attune.message.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision may look at.
 *
 * @param now the time of the turn
 * @param zone the customer's, or the provider's where the customer's is not known
 * @param language to answer in
 * @param heard the customer's messages to answer together, oldest first; empty for a greeting
 * @param memory as the last decision of this conversation left it
 * @param diagnosis fresh readings alone: what is not here is unknown
 * @param waitingForAgent whether the conversation is in the queue
 * @param replies what the provider's systems have answered in this turn, by the errand's key
 */
public record Situation(
        Instant now,
        ZoneId zone,
        Channel channel,
        Language language,
        List<Heard> heard,
        Memory memory,
        Estimates estimates,
        Customer customer,
        Diagnosis diagnosis,
        QueueState queue,
        boolean waitingForAgent,
        DialogBook dialogs,
        Map<String, Reply> replies) {
    public Situation {
        heard = List.copyOf(heard);
        replies = Map.copyOf(replies);
    }

    /** The same with another memory. */
    public Situation with(Memory other) {
        return new Situation(
                now,
                zone,
                channel,
                language,
                heard,
                other,
                estimates,
                customer,
                diagnosis,
                queue,
                waitingForAgent,
                dialogs,
                replies);
    }

    /**
     * @param history queries and remedies across channels, this conversation's included, in any order
     * @param settings what the customer has decided on and was told of it
     * @param promises what was promised in earlier conversations and is not done with; for the first turn of a conversation
     */
    public record Customer(Profile profile, List<LedgerEntry> history, Settings settings, List<Promise> promises) {
        public static final Customer UNKNOWN = new Customer(Profile.EMPTY, List.of());

        /** @param promises missing where none were looked for */
        public Customer(
                Profile profile, List<LedgerEntry> history, Settings settings, @Nullable List<Promise> promises) {
            this.profile = profile;
            this.history = List.copyOf(history);
            this.settings = settings;
            this.promises = promises == null ? List.of() : List.copyOf(promises);
        }

        public Customer(Profile profile, List<LedgerEntry> history, Settings settings) {
            this(profile, history, settings, List.of());
        }

        /** Of somebody who has decided on nothing yet. */
        public Customer(Profile profile, List<LedgerEntry> history) {
            this(profile, history, Settings.NONE);
        }
    }
}
