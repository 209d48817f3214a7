package io.attune.customer;

/** What came of asking for two ids to be made one person. */
public sealed interface Merging {
    /** They are one now; or they were already, by this very merge. */
    record Done(Merge merge) implements Merging {}

    /** They were one person already, by other merges. */
    record AlreadyOne() implements Merging {}

    /** It was undone before by somebody who knew better, and is not made again by itself. */
    record StaysUndone(Merge merge) implements Merging {}

    /** Nothing is known under this id. */
    record NoSuchCustomer(String id) implements Merging {}
}
