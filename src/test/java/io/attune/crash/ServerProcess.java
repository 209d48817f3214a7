package io.attune.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The built server as a process of its own, on the JDK that runs the test, with a free port and a data folder that it
 * keeps over its deaths. What it writes to its console is kept in {@code server.log} beside the data.
 */
final class ServerProcess implements Victim {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final int port = freePort();
    private final Path home;
    private final Map<String, String> environment;
    private @Nullable Process process;

    private ServerProcess(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** @param name of its folder under {@code target/servers}, which is emptied first */
    static ServerProcess started(String name, Map<String, String> environment) {
        try {
            Path home = Path.of("target", "servers", name).toAbsolutePath();
            if (Files.exists(home)) {
                try (var old = Files.walk(home)) {
                    old.sorted(java.util.Comparator.reverseOrder())
                            .forEach(path -> path.toFile().delete());
                }
            }
            Files.createDirectories(home);
            var server = new ServerProcess(home, new HashMap<>(environment));
            server.start();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Server server() {
        return Server.at(port);
    }

    Path log() {
        return home.resolve("server.log");
    }

    @Override
    public void start() {
        String jar = System.getProperty("attune.server.jar", "target/quarkus-app/quarkus-run.jar");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.port=" + port,
                "-jar",
                Path.of(jar).toAbsolutePath().toString(),
                "serve");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ATTUNE_DATA", home.resolve("data").toString());
        builder.environment().put("ATTUNE_DEMO", "true");
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        awaitReady(process);
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        Rest rest = server().rest();
        while (System.nanoTime() < deadline && started.isAlive()) {
            try {
                if (rest.get("/q/health/ready").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            CareClient.pause(Duration.ofMillis(50));
        }
        throw new AssertionError("the server did not get ready; see " + log());
    }

    @Override
    public void kill() {
        end(running().destroyForcibly());
    }

    /** Asks it to stop, as by {@code kill -TERM}, and gives its exit code; -1 when it was not gone in time. */
    int stop(Duration within) {
        Process asked = running();
        asked.destroy();
        try {
            return asked.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) ? asked.exitValue() : -1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    private Process running() {
        return java.util.Objects.requireNonNull(process, "not started");
    }

    private static void end(Process dying) {
        try {
            dying.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
