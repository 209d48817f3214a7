package io.attune.console;

import io.attune.access.Operators;
import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.handoff.Agents;
import io.attune.handoff.Offer;
import io.attune.handoff.Presence;
import io.attune.handoff.PresenceState;
import io.attune.handoff.Watch;
import io.attune.handoff.store.OfferStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the agents of this node what changes: the queue, their own conversations, what rings. It compares what they were
 * told with what the database says, so it does not matter which node made the change, and nothing is lost with a process.
 */
@ApplicationScoped
class Pulse {
    private static final Logger LOG = Logger.getLogger(Pulse.class);
    /** Changes that come within this are told together. */
    private static final long GATHER_MS = 100;

    private static final long BEAT_MS = 1000;
    /** An agent who may no longer come in is out within this. */
    private static final int BEATS_BETWEEN_ACCOUNTS = 5;

    private static final int BEATS_BETWEEN_SIGNS = 3;
    private static final short FORBIDDEN = 4403;

    private final LiveFeed feed;
    private final ConversationLog log;
    private final Items items;
    private final Hall hall;
    private final Agents agents;
    private final OfferStore offers;
    private final Operators operators;
    private final Board board;
    private final Watch watch;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean queueChanged = new AtomicBoolean();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Presence> told = new ConcurrentHashMap<>();
    private int beats;
    private @Nullable String lastBoard;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("agents").daemon().factory());

    Pulse(
            LiveFeed feed,
            ConversationLog log,
            Items items,
            Hall hall,
            Agents agents,
            OfferStore offers,
            Operators operators,
            Board board,
            Watch watch) {
        this.feed = feed;
        this.log = log;
        this.items = items;
        this.hall = hall;
        this.agents = agents;
        this.offers = offers;
        this.operators = operators;
        this.board = board;
        this.watch = watch;
    }

    record Queue(String t, List<Items.Item> items) {}

    record ItemChanged(String t, Items.Item item) {}

    record Rings(String t, String conv, java.time.Instant until, Items.Item item) {}

    record RingsNoMore(String t, String conv, String why) {}

    record PresenceChanged(String t, String agent, PresenceState state, int capacity, String why) {}

    record Bye(String t, String reason) {}

    record BoardChanged(String t, Board.View board) {}

    void start(@Observes @Priority(30) StartupEvent starting) {
        feed.listenToAllNodes(this::committed);
        timer.scheduleWithFixedDelay(() -> safely(this::beat), BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void committed(Appended.Done commit) {
        if (hall.isEmpty()) {
            return;
        }
        if (QueueChange.by(commit)) {
            queueChanged.set(true);
        }
        changed.add(commit.header().id());
        if (telling.compareAndSet(false, true)) {
            soon(GATHER_MS, this::tellChanges);
        }
    }

    private void soon(long ms, Runnable what) {
        try {
            timer.schedule(() -> safely(what), ms, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("nobody is told any more: the server stops");
        }
    }

    private static void safely(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.error("agents could not be told of a change; trying again", e);
        }
    }

    /** The whole queue, to everybody: short, and nobody can be out of step with it. */
    private void tellChanges() {
        telling.set(false);
        List<String> convs = List.copyOf(changed);
        convs.forEach(changed::remove);
        if (queueChanged.getAndSet(false)) {
            hall.tellAll(new Queue("queue", items.queue()));
            tellRings();
        }
        for (String conv : convs) {
            log.header(conv).ifPresent(this::tellItem);
        }
    }

    private void tellItem(Header header) {
        List<AgentSocket> interested = hall.all().stream()
                .filter(socket -> socket.sees(header.id()) || socket.user().equals(header.agent()))
                .toList();
        if (!interested.isEmpty()) {
            String frame = hall.write(new ItemChanged("item", items.of(header)));
            interested.forEach(socket -> socket.write(frame));
        }
    }

    /** An agent has come in: a sign of them at once, and what they have to know. */
    void entered(AgentSocket socket) {
        soon(0, () -> {
            agents.seen(socket.user());
            told.put(socket.user(), agents.get(socket.user()));
            socket.write(hall.write(new Queue("queue", items.queue())));
            tellRings();
            watch.nudge();
        });
    }

    private void beat() {
        if (hall.isEmpty()) {
            return;
        }
        beats++;
        if (beats % BEATS_BETWEEN_SIGNS == 0) {
            hall.users().forEach(agents::seen);
        }
        if (beats % BEATS_BETWEEN_ACCOUNTS == 0) {
            sendOutWhoMayNot();
        }
        tellRings();
        tellPresence();
        tellBoard();
    }

    private void sendOutWhoMayNot() {
        for (AgentSocket socket : hall.all()) {
            boolean may = operators
                    .find(socket.user())
                    .filter(operator -> operator.role().equals(socket.role()))
                    .isPresent();
            if (!may) {
                socket.write(hall.write(new Bye("bye", "disabled")));
                socket.close(FORBIDDEN, "disabled");
            }
        }
    }

    /** Each agent's own offers, compared with what their socket was told. */
    private void tellRings() {
        List<Offer> all = offers.all();
        for (AgentSocket socket : hall.all()) {
            for (Offer offer : all) {
                boolean mine = offer.agent().equals(socket.user());
                String until = offer.until().toString();
                if (mine && !until.equals(socket.rings().put(offer.conv(), until))) {
                    log.header(offer.conv())
                            .ifPresent(header -> socket.write(
                                    hall.write(new Rings("offer", offer.conv(), offer.until(), items.of(header)))));
                }
            }
            for (String conv : List.copyOf(socket.rings().keySet())) {
                if (all.stream()
                        .noneMatch(offer ->
                                offer.conv().equals(conv) && offer.agent().equals(socket.user()))) {
                    socket.rings().remove(conv);
                    socket.write(hall.write(new RingsNoMore("offer.gone", conv, why(conv))));
                }
            }
        }
    }

    private String why(String conv) {
        return log.header(conv)
                .map(header -> switch (header.owner()) {
                    case AGENT -> "taken";
                    case QUEUE -> "expired";
                    case BOT -> "withdrawn";
                    case CLOSED -> "left";
                })
                .orElse("left");
    }

    /** What an agent did not do themselves: set to away, or changed by a supervisor. */
    private void tellPresence() {
        Set<String> here = hall.users();
        told.keySet().retainAll(here);
        for (Presence now : agents.all()) {
            Presence before = here.contains(now.agent()) ? told.put(now.agent(), now) : null;
            if (before != null && (before.state() != now.state() || before.capacity() != now.capacity())) {
                String why = now.state() == PresenceState.AWAY && before.missed() > 0 ? "missed" : "changed";
                hall.tell(now.agent(), new PresenceChanged("presence", now.agent(), now.state(), now.capacity(), why));
            }
        }
    }

    private void tellBoard() {
        List<AgentSocket> supervisors =
                hall.all().stream().filter(AgentSocket::wantsBoard).toList();
        if (supervisors.isEmpty()) {
            lastBoard = null;
            return;
        }
        Board.View now = board.now();
        String shown = hall.write(now.at(java.time.Instant.EPOCH));
        if (!shown.equals(lastBoard)) {
            lastBoard = shown;
            String frame = hall.write(new BoardChanged("board", now));
            supervisors.forEach(socket -> socket.write(frame));
        }
    }
}
