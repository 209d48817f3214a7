package load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server under load, as a process of its own. */
final class Subject implements AutoCloseable {
    private static final long TICKS_PER_SECOND = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    final int port;
    final long startMs;

    /** Settings of the server come from the environment, {@code ATTUNE_DB_URL} among them. */
    Subject(String jar, int port, Path data, List<String> jvm) throws IOException, InterruptedException {
        this.port = port;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.profile=prod,bench",
                "-Dquarkus.http.port=" + port,
                "-jar",
                jar,
                "serve"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ATTUNE_DATA", data.toString());
        builder.environment().put("ATTUNE_DEMO", "true");
        builder.redirectOutput(new File(data.toFile(), "server.log"));
        long begun = System.nanoTime();
        process = builder.start();
        awaitReady();
        startMs = (System.nanoTime() - begun) / 1_000_000;
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 3000 && process.isAlive(); i++) {
            try {
                if (call("GET", "/q/health/ready", null).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            Thread.sleep(20);
        }
        throw new IOException("the server did not get ready");
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String ticket() throws IOException, InterruptedException {
        String given = call("POST", "/api/v1/tickets", "{\"site\":\"demo\"}").body();
        int at = given.indexOf("\"ticket\":\"");
        if (at < 0) {
            throw new IOException("no ticket: " + given);
        }
        return given.substring(at + 10, given.indexOf('"', at + 10));
    }

    /** CPU time used by the server so far, in µs, user and system. */
    long cpuMicros() throws IOException {
        return cpuMicros(process.pid());
    }

    static long cpuMicros(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1_000_000 / TICKS_PER_SECOND;
    }

    /** Resident memory in kB. */
    long residentKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Asks the server's JVM for a full collection, so that resident memory can be compared. */
    void collect() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
