package io.attune.conversation.nodes;

import io.attune.conversation.Nodes;
import io.attune.conversation.NodesConfig;
import io.attune.conversation.NoticeJson;
import io.attune.conversation.store.NotifyNodes;
import io.attune.database.Database;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Chooses how this node tells the others. */
@ApplicationScoped
class NodesProducer {
    @Produces
    @Singleton
    Nodes nodes(NodesConfig config, Database database, Vertx vertx) {
        var json = new NoticeJson(UUID.randomUUID().toString());
        if (config.redis().isPresent()) {
            return new RedisNodes(vertx, config.redis().get(), json);
        }
        return database.shared() ? new NotifyNodes(database, json) : new Alone();
    }

    void close(@Disposes Nodes nodes) throws Exception {
        if (nodes instanceof AutoCloseable line) {
            line.close();
        }
    }

    /** An embedded database has one node. */
    private record Alone() implements Nodes {
        @Override
        public void tell(Notice notice) {}

        @Override
        public void listen(Ear ear) {}
    }
}
