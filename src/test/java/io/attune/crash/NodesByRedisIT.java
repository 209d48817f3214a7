package io.attune.crash;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class NodesByRedisIT extends NodesSuite {
    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @Override
    Map<String, String> line() {
        return Map.of("ATTUNE_NODES_REDIS", REDIS.url());
    }
}
