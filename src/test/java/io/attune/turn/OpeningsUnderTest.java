package io.attune.turn;

import io.attune.conversation.ConversationLog;
import io.attune.diagnostics.Diagnosis;
import io.attune.diagnostics.Lines;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The real openings for customers who write first, without a bot. */
public final class OpeningsUnderTest {
    private OpeningsUnderTest() {}

    public static Openings of(ConversationLog log) {
        var lines = new Lines(
                customer -> CompletableFuture.completedFuture(Diagnosis.UNKNOWN),
                Clock.systemUTC(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                100);
        return new Openings(log, null, null, null, lines, Clock.systemUTC());
    }

    public static Reception reception(ConversationLog log) {
        return new Reception(log, null);
    }
}
