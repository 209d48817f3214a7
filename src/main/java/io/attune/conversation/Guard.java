package io.attune.conversation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a conversation for an append to go through. A missing part does not matter.
 *
 * @param head nothing was added since
 * @param ownership the owner has not changed since
 * @param owners who must own it
 * @param agent which agent must own it
 */
public record Guard(
        @Nullable Long head,
        @Nullable Long ownership,
        @Nullable Set<Owner> owners,
        @Nullable String agent) {
    public static final Guard NONE = new Guard(null, null, null, null);

    public static Guard at(long head, long ownership) {
        return new Guard(head, ownership, null, null);
    }

    public static Guard owned(Owner first, Owner... more) {
        return new Guard(null, null, EnumSet.of(first, more), null);
    }

    public static Guard ownedBy(String agent) {
        return new Guard(null, null, EnumSet.of(Owner.AGENT), agent);
    }

    /** The same, and nothing added since {@code seq}, if it is given. */
    public Guard seen(@Nullable Long seq) {
        return seq == null ? this : new Guard(seq, ownership, owners, agent);
    }

    public boolean allows(Header header) {
        return (head == null || head == header.head())
                && (ownership == null || ownership == header.ownership())
                && (owners == null || owners.contains(header.owner()))
                && (agent == null || agent.equals(header.agent()));
    }
}
