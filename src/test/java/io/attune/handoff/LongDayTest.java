package io.attune.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.conversation.Owner;
import io.attune.handoff.Case.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand customers, twenty agents who come and go, lose their sockets and leave offers unanswered, and two restarts, on
 * a real database under a simulated clock. Everybody ends served, called back or gone of their own will.
 */
class LongDayTest {
    private static final int CUSTOMERS = Integer.getInteger("attune.customers", 1000);
    private static final int AGENTS = 20;
    private static final int CAPACITY = 3;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int ARRIVING_STEPS = 720;

    @TempDir
    Path folder;

    private final Random chance = new Random(20261122);
    private final TestClock clock = new TestClock("2026-05-04T08:00:00Z");
    private final List<String> customers = new ArrayList<>();
    private final Map<String, Instant> until = new HashMap<>();
    private final Map<String, Mood> agents = new HashMap<>();
    private int mostServed;

    private enum Mood {
        HERE,
        AWAY,
        OFFLINE,
        LOST
    }

    @Test
    void everybody_ends_served_called_back_or_gone_and_nobody_has_two_agents() {
        try (var centre = new CareCentre(folder, clock, Map.of("attune.handoff.fail-after", "20m"))) {
            for (int i = 0; i < AGENTS; i++) {
                agents.put("agent" + i, Mood.HERE);
                centre.sitsDown("agent" + i, CAPACITY);
            }
            int step = 0;
            for (; step < ARRIVING_STEPS || !isQuiet(centre); step++) {
                assertThat(step).as("steps until everybody is through").isLessThan(6000);
                arrive(centre, step);
                if (step == ARRIVING_STEPS / 3 || step == ARRIVING_STEPS * 2 / 3) {
                    centre.restart();
                }
                live(centre, step < ARRIVING_STEPS);
            }
            judge(centre, step);
        }
    }

    private void arrive(CareCentre centre, int step) {
        while (customers.size() < Math.min(CUSTOMERS, (long) CUSTOMERS * (step + 1) / ARRIVING_STEPS)) {
            String conv = centre.customer("c" + customers.size());
            customers.add(conv);
            centre.wantsPerson(conv, chance.nextInt(20) == 0 ? 3 : 0, "internet_slow");
        }
    }

    private void live(CareCentre centre, boolean restless) {
        clock.pass(STEP);
        agents.replaceAll((agent, mood) -> next(centre, agent, mood, restless));
        agents.forEach((agent, mood) -> {
            if (mood != Mood.LOST && mood != Mood.OFFLINE) {
                centre.agents.seen(agent);
            }
        });
        for (Offer offer : centre.stores.offers().all()) {
            answer(centre, offer);
        }
        Map<String, List<Header>> served = centre.log.ownedBy(Owner.AGENT, null, 1000).stream()
                .collect(Collectors.groupingBy(header -> String.valueOf(header.agent())));
        served.forEach((agent, theirs) -> work(centre, agent, theirs));
        grumble(centre);
        centre.switchboard.look();
    }

    /** About seven in ten are there. A third of those who go lose their socket without a word. */
    private Mood next(CareCentre centre, String agent, Mood mood, boolean restless) {
        if (chance.nextInt(60) != 0 && restless) {
            return mood;
        }
        Mood next = !restless || mood != Mood.HERE ? Mood.HERE : Mood.values()[1 + chance.nextInt(3)];
        switch (next) {
            case HERE -> centre.sitsDown(agent, CAPACITY);
            case AWAY -> centre.agents.set(agent, PresenceState.AWAY, null);
            case OFFLINE -> centre.agents.set(agent, PresenceState.OFFLINE, null);
            case LOST -> {}
        }
        return next;
    }

    private void answer(CareCentre centre, Offer offer) {
        int dice = chance.nextInt(100);
        if (agents.get(offer.agent()) != Mood.HERE) {
            return;
        }
        if (dice < 60) {
            if (centre.accepts(offer.agent(), offer.conv()) instanceof Appended.Done) {
                Duration handling = Duration.ofSeconds((long) Math.exp(5.4 + .5 * chance.nextGaussian()));
                until.put(offer.conv(), clock.instant().plus(handling));
            }
        } else if (dice < 65) {
            centre.switchboard.decline(offer.conv(), offer.agent());
        }
    }

    private void work(CareCentre centre, String agent, List<Header> mine) {
        mostServed = Math.max(mostServed, mine.size());
        for (Header header : mine) {
            boolean done = !until.getOrDefault(header.id(), Instant.MAX).isAfter(clock.instant());
            if (done && agents.get(agent) == Mood.HERE) {
                switch (chance.nextInt(5)) {
                    case 0 ->
                        centre.desk
                                .end(centre.by(agent, header.id()))
                                .toCompletableFuture()
                                .join();
                    case 1 ->
                        centre.desk
                                .transfer(centre.by(agent, header.id()), "agent:agent1", null)
                                .toCompletableFuture()
                                .join();
                    default -> centre.closes(agent, header.id());
                }
            }
        }
    }

    /** Some of those who wait lose their patience, some choose to be called back. */
    private void grumble(CareCentre centre) {
        for (Header header : centre.log.ownedBy(Owner.QUEUE, null, 2000)) {
            switch (chance.nextInt(1500)) {
                case 0 -> centre.leaves(header.id());
                case 1 -> centre.ends(header.id());
                case 2 -> centre.booksCallback(header.id(), clock.instant().plus(Duration.ofMinutes(40)));
                default -> {}
            }
        }
    }

    private static boolean isQuiet(CareCentre centre) {
        return centre.log.ownedBy(Owner.QUEUE, null, 1).isEmpty()
                && centre.log.ownedBy(Owner.AGENT, null, 1).isEmpty()
                && centre.stores.callbacks().all().isEmpty();
    }

    private void judge(CareCentre centre, int steps) {
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        int doubled = 0;
        int orphans = 0;
        for (String conv : customers) {
            Header header = centre.header(conv);
            List<Entry> entries = LogPages.all(centre.log, conv, 0);
            Conversation state = Conversation.start(header.restarted(), null);
            for (Entry entry : entries) {
                boolean taken = state.header().owner() == Owner.AGENT;
                doubled += entry.event() instanceof HandoffJoined && taken ? 1 : 0;
                state = state.next(entry);
            }
            List<Case> cases = centre.stores.cases().of(header.customer());
            boolean over = cases.stream().allMatch(one -> one.outcome() != null)
                    && (header.owner() == Owner.BOT || header.owner() == Owner.CLOSED);
            orphans += over && !cases.isEmpty() ? 0 : 1;
            if (!cases.isEmpty() && cases.getFirst().outcome() != null) {
                outcomes.merge(cases.getFirst().outcome(), 1, Integer::sum);
            }
        }
        System.out.printf(
                "a long day: %d customers, %s, %d orphans, %d double assignments, %d at once at most, over after %s%n",
                customers.size(), outcomes, orphans, doubled, mostServed, STEP.multipliedBy(steps));
        assertThat(orphans).isZero();
        assertThat(doubled).isZero();
        assertThat(customers).hasSize(CUSTOMERS);
        assertThat(mostServed).isLessThanOrEqualTo(CAPACITY);
        assertThat(outcomes.getOrDefault(Outcome.SERVED, 0)).isGreaterThan(CUSTOMERS * 8 / 10);
        assertThat(centre.stores.offers().all()).isEmpty();
    }
}
