package io.attune.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which customer ids are one person: a port of this room. Safe for many threads and nodes at once. */
public interface Persons {
    /** Every id of the person that has this one; this one alone when it was never merged. */
    Set<String> idsOf(String id);

    /** The merges that touch this id, the undone ones too, latest first. */
    List<Merge> mergesOf(String id);

    /**
     * Makes two ids one person. Asked for twice, the first one holds.
     *
     * @param kept the id that the person is known by
     * @param mergeId for a new merge
     */
    Merging merge(String kept, String other, String mergeId, String by, Instant now);

    /**
     * An anonymous device's user has signed in: what was said on it is the customer's. At most once for each anonymous id;
     * it is not made again after somebody has undone it.
     */
    Merging signedIn(String anonymous, String customer, Instant now);

    /** Undoes a merge that concerns {@code id}; again has no effect. Empty when there is none such. */
    Optional<Merge> unmerge(String id, String mergeId, String by, Instant now);

    /**
     * Others with the same number, address or name on a channel: perhaps the same person. Nobody is merged by that alone,
     * as households share addresses and numbers change hands.
     */
    List<Alike> alike(String id);

    /** @param verified whether both have proved it */
    record Alike(String customer, String channel, boolean verified) {}
}
