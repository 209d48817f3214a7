package io.attune.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Redis for one test class: the machine's own {@code redis-server}, started with nothing kept. Where there is
 * none the class is skipped and says so.
 */
final class RedisServer implements BeforeAllCallback, AfterAllCallback {
    private int port;
    private @Nullable Process process;

    String url() {
        return "redis://localhost:" + port;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try {
            process = new ProcessBuilder(
                            "redis-server", "--port", Integer.toString(port), "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "redis.log").toFile())
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("there is no redis-server on this machine");
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (process != null) {
            process.destroy();
        }
    }
}
