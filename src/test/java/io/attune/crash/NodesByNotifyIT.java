package io.attune.crash;

import java.util.Map;

class NodesByNotifyIT extends NodesSuite {
    @Override
    Map<String, String> line() {
        return Map.of();
    }
}
