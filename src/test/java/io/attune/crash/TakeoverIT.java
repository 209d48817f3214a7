package io.attune.crash;

import java.util.Map;

class TakeoverIT extends TakeoverSuite {
    @Override
    ServerProcess process() {
        return ServerProcess.started("takeover", Map.of());
    }
}
