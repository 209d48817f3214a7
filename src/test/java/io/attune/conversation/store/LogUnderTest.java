package io.attune.conversation.store;

import io.attune.conversation.ConversationConfig;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.attune.database.Database;
import java.time.Clock;

/** Opens the real log without a container. */
public final class LogUnderTest {
    private LogUnderTest() {}

    public static ConversationLog open(Database database, LiveFeed feed, Clock clock) {
        return new JdbcConversationLog(database, feed, clock, new ConversationConfig() {
            @Override
            public int groupSize() {
                return 64;
            }

            @Override
            public int waiting() {
                return 10_000;
            }

            @Override
            public long cachedStates() {
                return 1000;
            }
        });
    }

    public static void close(ConversationLog log) {
        ((JdbcConversationLog) log).close();
    }
}
