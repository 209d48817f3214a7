package io.attune.customer;

import io.attune.database.InCommit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The customers remembered: the port of this room. Safe for many threads and nodes at once. */
public interface Customers {
    /**
     * For a turn: two indexed reads, or a few more for a person with several ids. A customer nobody has heard of is an
     * empty one.
     *
     * @param since how far back the ledger is read
     */
    CustomerRecord read(String id, Instant since);

    /**
     * The same for a person who serves the customer: what the consents leave, also where processing is restricted. Never for a
     * turn.
     */
    CustomerRecord serve(String id, Instant since);

    /** What the customer has decided on, as they said it. */
    Settings settings(String id);

    /**
     * Restricts what may be done with what is kept of a customer, or ends it.
     *
     * @param restriction null to end it
     */
    void restrict(String id, @Nullable Restriction restriction, Instant now);

    /** Everything kept of a customer, whatever their consents: for themselves and for the provider's own systems. */
    Optional<CustomerFile> find(String id);

    /** The same, of this very id alone: what is kept under the person's other ids is left out. */
    Optional<CustomerFile> findUnder(String id);

    /** The queries and remedies since then, newest first. */
    List<LedgerEntry> history(String id, Instant since);

    /**
     * Makes a customer or changes one. Each value given holds from its own time on, unless the customer has corrected it.
     *
     * @param identities the new ones in place of all old ones, or null to leave them
     */
    void change(String id, Given given, @Nullable List<Identity> identities, Instant now);

    /** The same in somebody else's commit. */
    InCommit tell(String id, Given given, @Nullable List<Identity> identities, Instant now);

    /**
     * Changes what the customer decides on. The settings as they are then. Where personalisation is no longer granted, the
     * observations behind the estimates are dropped.
     */
    Settings change(String id, UnaryOperator<Settings> settings, Instant now);

    /** What the customer said of it in a conversation, in somebody else's commit; with the same consequences. */
    InCommit settle(String id, ConsentTalk talk, String channel, Instant now);

    /** Adds to the ledger. What stands there already, to the millisecond, is not added again. How many were new. */
    int addHistory(String id, List<LedgerEntry> entries, Instant now);

    /** Adds to the ledger in somebody else's commit. */
    InCommit append(String id, List<LedgerEntry> entries);

    /**
     * Keeps the observations behind the estimates, in somebody else's commit.
     *
     * @param json an object or a list; read back as it is
     */
    InCommit saveEstimates(String id, String json, Instant now);

    /** Who has this verified identity; nobody when several persons have it. */
    Optional<String> byIdentity(String channel, String value);

    /** Forgets everything about a customer. Afterwards they are a stranger. */
    void erase(String id);
}
