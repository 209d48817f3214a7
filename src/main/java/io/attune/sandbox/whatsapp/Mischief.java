package io.attune.sandbox.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, on purpose.
 *
 * @param copies how often each webhook is delivered, 1 to 25
 * @param disorder whether every second webhook is late, and so overtaken
 * @param delayMs how late every webhook is
 * @param fail what the next messages to the phone meet: an error code, {@code http500}, {@code lost} (it arrives, its
 *     response does not) or {@code dropped} (neither does); null for nothing
 * @param failures how many messages meet it
 * @param badSignature whether webhooks are signed with another secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mischief(
        int copies, boolean disorder, int delayMs, @Nullable String fail, int failures, boolean badSignature) {
    static final Mischief NONE = new Mischief(1, false, 0, null, 0, false);

    Mischief {
        if (copies < 1 || copies > 25 || delayMs < 0 || delayMs > 60_000 || failures < 0 || failures > 100) {
            throw new IllegalArgumentException("copies: 1 to 25; delayMs: 0 to 60000; failures: 0 to 100");
        }
        if (fail != null && !fail.matches("\\d{1,6}|http500|lost|dropped")) {
            throw new IllegalArgumentException("fail: an error code, http500, lost or dropped");
        }
    }

    /** After one more message has met it. */
    Mischief met() {
        return failures <= 1
                ? new Mischief(copies, disorder, delayMs, null, 0, badSignature)
                : new Mischief(copies, disorder, delayMs, fail, failures - 1, badSignature);
    }
}
