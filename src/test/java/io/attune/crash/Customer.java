package io.attune.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A customer who writes a number of messages and does what customers' devices do: bursts, repeated sends, lost
 * connections, and now and then an id reused with other words. Starts a new conversation when the bot lost the old one.
 */
final class Customer {
    private static final List<String> TEXTS = List.of(
            "my internet is slow",
            "its slow on all devices, since yesterday evening",
            "yes",
            "no that did not help",
            "ok done",
            "what is this 12.50 on my bill?",
            "hello?",
            "the light on the box is red i think",
            "i restarted the router",
            "pages load for ages, netflix stops all the time");

    private final Server server;
    private final String name;
    private final Acknowledgements acknowledgements;
    private final Random chance;
    private final CrashRun.Plan plan;
    private final List<CareClient> clients = new ArrayList<>();

    Customer(Server server, String name, Acknowledgements acknowledgements, CrashRun.Plan plan) {
        this.server = server;
        this.name = name;
        this.acknowledgements = acknowledgements;
        this.plan = plan;
        this.chance = new Random(plan.seed() * 31 + name.hashCode());
    }

    /** Every conversation that this customer had. */
    List<CareClient> clients() {
        return clients;
    }

    void talk() {
        int left = plan.messages();
        CareClient client = another();
        while (left > 0) {
            if (client.memory().owner() != Owner.BOT) {
                client.drop();
                client = another();
            }
            int burst = Math.min(left, chance.nextInt(5) == 0 ? 3 : 1);
            left -= burst;
            say(client, burst);
        }
    }

    private CareClient another() {
        var client = new CareClient(server, name + "." + (clients.size() + 1), acknowledgements);
        clients.add(client);
        client.await(plan.patience(), () -> client.memory().lastConnection() != null);
        return client;
    }

    private void say(CareClient client, int burst) {
        if (chance.nextInt(4) == 0) {
            client.composing("start");
        }
        String id = "";
        for (int i = 0; i < burst; i++) {
            id = client.send(TEXTS.get(chance.nextInt(TEXTS.size())));
        }
        if (chance.nextInt(8) == 0) {
            client.drop();
        }
        String last = id;
        client.await(plan.patience(), () -> client.memory().isAcknowledged(last));
        if (client.memory().isAcknowledged(last)) {
            afterwards(client, last);
        }
    }

    private void afterwards(CareClient client, String id) {
        switch (chance.nextInt(12)) {
            case 0 ->
                client.sendAgain(id, client.memory().history().sent().getLast().content());
            case 1 -> {
                client.sendConflict(id, "these are other words");
                client.await(Duration.ofSeconds(2), () -> !client.memory().awaitsReply(id));
            }
            default -> {}
        }
        if (chance.nextInt(3) > 0) {
            client.await(
                    plan.patience(),
                    () -> client.memory().isSettled(client.memory().seqOf(id)));
        }
        Duration pause = plan.pace().multipliedBy(50 + chance.nextInt(100)).dividedBy(100);
        client.await(pause, () -> false);
    }
}
