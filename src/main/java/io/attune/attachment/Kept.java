package io.attune.attachment;

import java.time.Duration;

/** How keeping a file ended. */
public sealed interface Kept {
    /** It is kept, and must be attached to a message in the next hour. The same bytes under the same key count as one. */
    record Done(Attachment attachment) implements Kept {}

    /** @param most bytes */
    record TooLarge(long most) implements Kept {}

    record Empty() implements Kept {}

    /** Its bytes are of no type that is taken. */
    record NotTaken() implements Kept {}

    /** The customer has sent as many as they may. */
    record TooMany(int most, Duration per) implements Kept {}

    /** Another file was sent under this key. */
    record Clash() implements Kept {}
}
