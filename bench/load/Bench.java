package load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures a built server on the machine that it shares with this generator and prints one table.
 * Usage: {@code Bench JAR PORT DATA SECONDS IDLE RATE… [-- JVM OPTIONS]}.
 */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        int dashes = List.of(args).indexOf("--");
        String[] own = dashes < 0 ? args : Arrays.copyOf(args, dashes);
        List<String> jvm = dashes < 0 ? List.of() : List.of(args).subList(dashes + 1, args.length);
        Path data = Files.createDirectories(Path.of(own[2]));
        int seconds = Integer.parseInt(own[3]);
        int connections = Integer.parseInt(own[4]);
        try (var subject = new Subject(own[0], Integer.parseInt(own[1]), data, jvm)) {
            print("start to ready: %d ms; resident after start: %d MB", subject.startMs, subject.residentKb() / 1024);
            // To warm up: the compiler has seen every kind of message before anything is counted.
            Runs.turns(subject, 150, 15, 99);
            if (connections > 0) {
                Runs.Idle idle = Runs.idle(subject, connections);
                print(
                        "%d idle connections: resident %d MB before, %d MB with them, %.1f kB each",
                        idle.connections(), idle.beforeKb() / 1024, idle.afterKb() / 1024, idle.kbEach());
            }
            Runs.Echo echo = Runs.echo(subject, 10);
            print("raw echo: %.0f round trips/s, %.1f µs CPU of the server each", echo.perSecond(), echo.cpuMicros());
            print("");
            print("| offered/s | answered/s | p50 ms | p99 ms | accepted p50 / p99 ms | µs CPU a turn | to one echo | "
                    + "generator's CPU | sent | unanswered | to a person | errors |");
            print("|---|---|---|---|---|---|---|---|---|---|---|---|");
            for (int i = 5; i < own.length; i++) {
                row(Runs.turns(subject, Integer.parseInt(own[i]), seconds, i), echo);
            }
            print("");
            print("resident at the end: %d MB", subject.residentKb() / 1024);
        }
    }

    private static void row(Runs.Turns turns, Runs.Echo echo) {
        Tally tally = turns.tally();
        print(
                "| %d | %.0f | %.1f | %.1f | %.1f / %.1f | %.0f | %.1f | %.0f %% | %d | %d | %d | %s |",
                turns.rate(),
                turns.perSecond(),
                tally.answered.percentile(50),
                tally.answered.percentile(99),
                tally.accepted.percentile(50),
                tally.accepted.percentile(99),
                turns.cpuMicros(),
                turns.cpuMicros() / echo.cpuMicros(),
                turns.clientCpu() * 100,
                tally.sent,
                turns.open(),
                turns.leftTheBot(),
                tally.errors.isEmpty() && tally.skipped == 0 ? "none" : tally.errors + " skipped " + tally.skipped);
    }

    private static void print(String line, Object... values) {
        System.out.println(values.length == 0 ? line : String.format(Locale.ROOT, line, values));
    }
}
