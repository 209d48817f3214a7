package io.attune.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt to deliver ended. Codes are a provider's or our own; never text of a customer. */
public sealed interface Delivery {
    /** The provider has it. @param externalId the provider's id of it */
    record Accepted(String externalId) implements Delivery {}

    /** It was certainly not delivered. @param after when to try again; null leaves it to the outbox, longer each time */
    record NotNow(String code, @Nullable Duration after) implements Delivery {}

    /** Nobody's fault and no attempt: the channel's own pace asks to wait. */
    record Paced(Duration pause) implements Delivery {}

    /** It may have been delivered. Tried again only when the provider has not told in time. */
    record Unknown(String code) implements Delivery {}

    /** It cannot be delivered until the customer writes again. */
    record Held(String code) implements Delivery {}

    /** It will never be delivered. */
    record Refused(String code) implements Delivery {}
}
