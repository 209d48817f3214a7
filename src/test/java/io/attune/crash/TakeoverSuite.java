package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People take over from the bot at the worst moments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TakeoverSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> PEOPLE = List.of("agent1", "agent2", "supervisor");

    @SuppressWarnings("NullAway.Init")
    private ServerProcess process;

    @SuppressWarnings("NullAway.Init")
    private List<Rest> people;

    @BeforeAll
    void start() throws IOException {
        process = process();
        people = new ArrayList<>();
        for (String name : PEOPLE) {
            Rest person = process.server().account(name);
            person.put("/api/v1/agent/presence", "{\"state\":\"online\",\"capacity\":200}")
                    .expect(200);
            people.add(person);
        }
    }

    @AfterAll
    void stop() {
        process.close();
    }

    /** Starts the server on the database that is to be tested. */
    abstract ServerProcess process();

    /** @param midTurn whether the claim came after a customer's message and before its answer */
    private record Takeover(List<Violation> violations, boolean midTurn) {}

    @Test
    void the_bot_is_silent_from_the_takeover_until_the_return() throws Exception {
        int count = Integer.getInteger("attune.takeovers", 50);
        List<Takeover> takeovers = together(IntStream.range(0, count)
                .<Callable<Takeover>>mapToObj(i -> () -> takeover(i))
                .toList());

        long midTurn = takeovers.stream().filter(Takeover::midTurn).count();
        System.out.println("takeovers: " + count + ", in the middle of a bot turn: " + midTurn);
        assertThat(takeovers).flatExtracting(Takeover::violations).isEmpty();
        assertThat(midTurn).as("takeovers that met a turn under way").isPositive();
    }

    private Takeover takeover(int number) throws IOException {
        var chance = new Random(number);
        Rest agent = people.get(number % people.size());
        try (var customer = new CareClient(process.server(), "t" + number, new Acknowledgements())) {
            customer.await(PATIENCE, () -> customer.memory().lastConnection() != null);
            String conv = customer.memory().history().conv();
            String first = customer.send("my internet is slow since yesterday");
            customer.await(PATIENCE, () -> customer.memory().isAcknowledged(first));
            CareClient.pause(Duration.ofMillis(chance.nextInt(12)));
            long joined = step(agent, conv, "claim", "{}");
            customer.send("hello?");
            customer.send("is anyone there");
            customer.await(Duration.ofMillis(600), () -> false);
            step(agent, conv, "messages", "{\"content\":{\"kind\":\"text\",\"text\":\"Hello, I am a person.\"}}");
            if (number % 3 == 0) {
                passOn(agent, customer, conv);
            }
            step(agent, conv, "return", "{}");
            customer.send("what is on my bill?");
            Log log = customer.settle(PATIENCE);
            step(agent, conv, "claim", "{}");
            step(agent, conv, "close", "{\"code\":\"solved\"}");
            return new Takeover(
                    judged(customer, log, joined),
                    isMidTurn(log, customer.memory().seqOf(first), joined));
        }
    }

    /** Between two people the conversation waits in the queue, and the bot still has no word in it. */
    private static void passOn(Rest agent, CareClient customer, String conv) throws IOException {
        step(agent, conv, "transfer", "{\"to\":\"billing\"}");
        customer.send("are you still there?");
        customer.await(Duration.ofMillis(600), () -> false);
        step(agent, conv, "claim", "{}");
    }

    private static List<Violation> judged(CareClient customer, Log log, long joined) {
        Event at = log.events().get((int) joined - 1);
        assertThat(at.ev()).isEqualTo("handoff.joined");
        assertThat(at.role()).isEqualTo("agent");
        assertThat(at.body().path("from").path("id").asText()).isNotBlank();
        return Invariants.check(customer.memory().history(), log);
    }

    private static boolean isMidTurn(Log log, long asked, long joined) {
        return log.events().stream()
                .noneMatch(event -> event.seq() > asked && event.seq() < joined && event.isMessageOf("bot"));
    }

    @Test
    void of_concurrent_claims_exactly_one_wins() throws Exception {
        int conversations = Integer.getInteger("attune.claims", 120) / people.size();
        Rest visitor =
                process.server().rest().asVisitor(process.server().ticket(null).visitor());
        for (int i = 0; i < conversations; i++) {
            String conv = visitor.post("/api/v1/conversations", "{}")
                    .expect(201)
                    .json()
                    .path("conv")
                    .asText();
            oneWins(conv);
        }
    }

    private void oneWins(String conv) throws Exception {
        var start = new CountDownLatch(1);
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return person.post(path(conv, "claim"), "{}").status();
                    }))
                    .toList();
            start.countDown();
            statuses = new ArrayList<>();
            for (var claim : claims) {
                statuses.add(claim.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
        Rest winner = people.get(statuses.indexOf(200));
        step(winner, conv, "close", "{\"code\":\"solved\"}");
    }

    private static long step(Rest agent, String conv, String what, String body) throws IOException {
        return agent.post(path(conv, what), body).expect(200).json().path("seq").asLong();
    }

    private static String path(String conv, String what) {
        return "/api/v1/agent/conversations/" + conv + "/" + what;
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(10)) {
            return threads.invokeAll(work).stream()
                    .flatMap(done -> Stream.of(done.resultNow()))
                    .toList();
        }
    }
}
