package io.attune.conversation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What nodes on one PostgreSQL tell each other. One node on H2 needs nothing. */
@ConfigMapping(prefix = "attune.nodes")
public interface NodesConfig {
    /**
     * Redis that carries it, such as {@code redis://:password@host:6379}. Without it PostgreSQL does, by
     * {@code NOTIFY}: one service less, and enough for some thousand messages a second.
     */
    Optional<String> redis();
}
