package io.attune.turn;

import io.attune.conversation.ConversationLog;
import java.time.Clock;

/** The real openings for customers who write first, without a bot and without a line. */
public final class OpeningsUnderTest {
    private OpeningsUnderTest() {}

    public static Openings of(ConversationLog log) {
        var noLine = new SituationReader(null, null, null, null, null, null, null, Clock.systemUTC()) {
            @Override
            void prepare(String customer) {}
        };
        return new Openings(log, noLine, null, null, Clock.systemUTC());
    }

    public static Reception reception(ConversationLog log) {
        return new Reception(log, null);
    }
}
