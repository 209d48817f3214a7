package io.attune.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Customers talk while the server is killed at random; afterwards every conversation is held against the log. */
final class CrashRun {

    /**
     * @param pace mean pause of a customer between messages
     * @param patience the longest that anyone waits for anything
     */
    record Plan(int clients, int messages, int kills, Duration pace, Duration patience, long seed) {}

    /**
     * @param stored customer messages in the logs
     * @param answers customer messages that the bot answered
     * @param outages from each kill to the next acknowledgement
     */
    record Outcome(List<Violation> violations, int conversations, long stored, long answers, List<Duration> outages) {

        Duration longestOutage() {
            return outages.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        }

        @Override
        public String toString() {
            return "%d conversations, %d customer messages, %d answers, %d kills, longest outage %d ms, %d violations"
                    .formatted(
                            conversations,
                            stored,
                            answers,
                            outages.size(),
                            longestOutage().toMillis(),
                            violations.size());
        }
    }

    private final Victim victim;
    private final Plan plan;
    private final Acknowledgements acknowledgements = new Acknowledgements();

    private CrashRun(Victim victim, Plan plan) {
        this.victim = victim;
        this.plan = plan;
    }

    static Outcome run(Victim victim, Plan plan) throws IOException, InterruptedException, ExecutionException {
        return new CrashRun(victim, plan).run();
    }

    private Outcome run() throws IOException, InterruptedException, ExecutionException {
        List<Customer> customers = IntStream.range(0, plan.clients())
                .mapToObj(i -> new Customer(victim.server(), "k" + i, acknowledgements, plan))
                .toList();
        List<Long> kills;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> talks = new ArrayList<>();
            customers.forEach(customer -> talks.add(threads.submit(customer::talk)));
            kills = killAtRandom();
            for (Future<?> talk : talks) {
                talk.get();
            }
        }
        return judge(customers, kills);
    }

    private List<Long> killAtRandom() {
        var chance = new Random(plan.seed());
        Duration each = plan.pace().multipliedBy(plan.messages()).dividedBy(plan.kills() + 1);
        var kills = new ArrayList<Long>();
        for (int i = 0; i < plan.kills(); i++) {
            CareClient.pause(each.multipliedBy(50 + chance.nextInt(100)).dividedBy(100));
            kills.add(System.nanoTime());
            victim.kill();
            victim.start();
        }
        return kills;
    }

    private Outcome judge(List<Customer> customers, List<Long> kills) throws IOException {
        var violations = new ArrayList<Violation>();
        int conversations = 0;
        long stored = 0;
        long answers = 0;
        for (Customer customer : customers) {
            for (CareClient client : customer.clients()) {
                Log log = client.settle(plan.patience());
                violations.addAll(Invariants.check(client.memory().history(), log));
                conversations++;
                stored += log.events().stream()
                        .filter(e -> e.isMessageOf("customer"))
                        .count();
                answers += log.events().stream()
                        .filter(e -> e.isMessageOf("bot"))
                        .map(Event::replyTo)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .count();
                client.close();
            }
        }
        // A kill after the last word was acknowledged leaves nobody waiting.
        List<Duration> outages = kills.stream()
                .flatMap(kill -> acknowledgements.outageAfter(kill).stream())
                .toList();
        return new Outcome(violations, conversations, stored, answers, outages);
    }
}
