package io.attune.handoff;

import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.conversation.store.LogUnderTest;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.handoff.store.HandoffStores;
import io.attune.message.Channel;
import io.attune.message.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The queue on a real database under a clock of the test's. What {@link #restart} forgets is what a process forgets. */
final class CareCentre implements AutoCloseable {
    final TestClock clock;
    final Database database;
    final HandoffConfig config;
    ConversationLog log;
    HandoffStores stores;
    Agents agents;
    Cases cases;
    Desk desk;
    Floor floor;
    Switchboard switchboard;
    Catalogue catalogue;

    @SuppressWarnings("NullAway.Init")
    CareCentre(Path folder, TestClock clock, Map<String, String> settings) {
        this(Address.embedded(folder), clock, settings);
    }

    @SuppressWarnings("NullAway.Init")
    CareCentre(Address address, TestClock clock, Map<String, String> settings) {
        this.clock = clock;
        this.database = Database.open(address, 6);
        this.config = Settings.with(settings);
        begin();
    }

    private void begin() {
        log = LogUnderTest.open(database, new LiveFeed(), clock);
        stores = HandoffStores.on(database);
        catalogue = new Catalogue(stores.catalogue(), clock);
        agents = new Agents(stores.presence(), stores.offers(), stores.cases(), log, catalogue, config, clock);
        cases = new Cases(stores.cases(), stores.offers(), stores.callbacks(), config, clock);
        desk = new Desk(log, cases, stores.cases(), stores.offers(), stores.presence(), clock);
        floor = new Floor(agents, stores.profiles(), stores.cases(), stores.offers(), catalogue, config);
        switchboard = new Switchboard(
                log,
                stores.cases(),
                cases,
                stores.offers(),
                stores.callbacks(),
                stores.presence(),
                agents,
                floor,
                config,
                clock);
    }

    void restart() {
        LogUnderTest.close(log);
        begin();
    }

    String customer(String id) {
        Header start = Header.start("conv-" + id, "stream-" + id, id, Channel.WEB, clock.instant());
        log.open(
                        start,
                        Language.EN,
                        List.of(new Draft(
                                new io.attune.conversation.ConversationEvent.Status(Sender.BOT, "greeting", null))))
                .toCompletableFuture()
                .join();
        return start.id();
    }

    /** As a turn writes it. */
    void wantsPerson(String conv, int priority, String topic) {
        Header header = header(conv);
        append(
                header,
                cases.requested(header, "customer_asked", "en", topic),
                new HandoffRequested(Sender.BOT, "customer_asked", "The customer asked.", null, priority),
                new HandoffQueued(Sender.SYSTEM, 1, null));
    }

    Appended leaves(String conv) {
        Header header = header(conv);
        return append(header, cases.left(conv), new HandoffReturned(Sender.CUSTOMER, null));
    }

    Appended ends(String conv) {
        return append(
                header(conv),
                cases.endedByCustomer(header(conv)),
                new io.attune.conversation.ConversationEvent.Closed(Sender.CUSTOMER, "customer_ended", null));
    }

    Appended booksCallback(String conv, Instant at) {
        Header header = header(conv);
        return append(
                header,
                cases.booked(header, at),
                new io.attune.conversation.ConversationEvent.HandoffFailed(Sender.SYSTEM, "callback"));
    }

    private Appended append(Header header, List<InCommit> with, io.attune.conversation.ConversationEvent... events) {
        return log.append(new Append(
                        header.id(),
                        null,
                        Guard.at(header.head(), header.ownership()),
                        java.util.Arrays.stream(events).map(Draft::new).toList(),
                        with,
                        null))
                .toCompletableFuture()
                .join();
    }

    Header header(String conv) {
        return log.header(conv).orElseThrow();
    }

    Owner owner(String conv) {
        return header(conv).owner();
    }

    Desk.Action by(String agent, String conv) {
        return new Desk.Action(conv, Sender.agent(agent, agent), null);
    }

    /** Online, with a socket. */
    void sitsDown(String agent, int capacity) {
        agents.seen(agent);
        agents.set(agent, PresenceState.ONLINE, capacity);
    }

    Appended accepts(String agent, String conv) {
        return desk.accept(by(agent, conv)).toCompletableFuture().join();
    }

    Appended claims(String agent, String conv) {
        return desk.claim(by(agent, conv)).toCompletableFuture().join();
    }

    Appended closes(String agent, String conv) {
        return desk.close(by(agent, conv), "resolved", null)
                .toCompletableFuture()
                .join();
    }

    /** At whom it rings; empty when at nobody. */
    String ringsAt(String conv) {
        return stores.offers().find(conv).map(Offer::agent).orElse("");
    }

    @Override
    public void close() {
        LogUnderTest.close(log);
        database.close();
    }
}
