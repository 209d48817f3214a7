package io.attune.handoff.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One interleaving. Everybody first reads and then commits, with anything in between; a crash drops what was read and not
 * committed. The log is the real fold under the real guards; offers and wrap-ups are rows beside it, as in the database.
 */
final class RandomWalk {
    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
    private static final List<Sender> AGENTS =
            List.of(Sender.agent("ana", "Ana"), Sender.agent("ben", "Ben"), Sender.agent("sam", "Sam"));

    private final Random chance;
    private final Set<Transition> met = new HashSet<>();
    private final List<Intent> underWay = new ArrayList<>();
    private Header header = Header.start("c", "s", "customer", Channel.WEB, START);
    private boolean offeredPerson;
    private boolean returned;
    private @Nullable Rings offer;
    private @Nullable String wrapsUp;
    private boolean callback;

    private record Rings(String agent, long ownership) {}

    /** A move that somebody has made up their mind to. */
    private record Intent(
            Move move,
            Actor who,
            String agent,
            Plan plan,
            @Nullable Rings offer) {}

    RandomWalk(long seed) {
        chance = new Random(seed);
    }

    Set<Transition> walk(int steps) {
        for (int i = 0; i < steps; i++) {
            int dice = chance.nextInt(100);
            if (dice < 3) {
                underWay.clear();
            } else if (dice < 50 || underWay.isEmpty()) {
                read();
            } else {
                commit(underWay.remove(chance.nextInt(underWay.size())));
            }
            check();
        }
        return met;
    }

    private Phase phase() {
        boolean rings = offer != null && offer.ownership() == header.ownership();
        return Phase.of(header.owner(), new Phase.Beside(offeredPerson, returned, rings, wrapsUp != null));
    }

    private void read() {
        Sender agent = AGENTS.get(chance.nextInt(AGENTS.size()));
        Move move = Move.values()[chance.nextInt(Move.values().length)];
        Actor who = Actor.values()[chance.nextInt(Actor.values().length)];
        intent(move, who, agent).ifPresent(underWay::add);
    }

    /** What the server would make of this wish, from what it reads now. */
    private Optional<Intent> intent(Move move, Actor who, Sender agent) {
        boolean known = Transitions.TABLE.stream().anyMatch(line -> line.move() == move && line.who() == who);
        if (!known) {
            return Optional.empty();
        }
        String id = String.valueOf(agent.id());
        Moves.Place place = new Moves.Place(1, null);
        Guard turn = Guard.at(header.head(), header.ownership());
        Plan plan = switch (move) {
            case OFFER_PERSON, GO_ON, REOPEN -> new Plan(move == Move.REOPEN ? Guard.NONE : turn, words(move));
            case REQUEST ->
                new Plan(
                        turn, List.of(said(Sender.BOT), new HandoffRequested(Sender.BOT, "r", "s", null, 0), queued()));
            case RING, RING_OUT, WRAP_UP -> new Plan(Guard.NONE, List.of());
            case ACCEPT -> offer == null ? null : Moves.accept(agent, offer.ownership());
            case CLAIM -> Moves.claim(agent);
            case TRANSFER -> Moves.transfer(agent, "queue", null);
            case ASSIGN -> Moves.assign(agent, "queue", null);
            case TAKE_OVER -> Moves.takeOver(agent);
            case LOSE_AGENT -> Moves.lose(id, place);
            case GIVE_BACK -> Moves.giveBack(agent, null);
            case LEAVE -> new Plan(turn, List.of(new HandoffReturned(Sender.CUSTOMER, null), said(Sender.BOT)));
            case FAIL -> Moves.fail(header.ownership());
            case BOOK_CALLBACK ->
                new Plan(turn, List.of(new HandoffFailed(Sender.SYSTEM, "callback"), said(Sender.BOT)));
            case CALL_BACK -> callback ? Moves.callBack(0, place) : null;
            case END ->
                who == Actor.BOT
                        ? new Plan(turn, List.of(said(Sender.BOT), new Closed(Sender.BOT, "resolved", null)))
                        : new Plan(
                                Guard.owned(Owner.BOT, Owner.QUEUE, Owner.AGENT),
                                List.of(new Closed(Sender.CUSTOMER, "customer_ended", null)));
            case CLOSE, END_AND_WRAP_UP -> Moves.close(agent, "resolved", null);
        };
        boolean bot = who == Actor.BOT || move == Move.LEAVE || move == Move.BOOK_CALLBACK;
        return plan == null || (bot && !botMayThink(move, who))
                ? Optional.empty()
                : Optional.of(new Intent(move, who, id, plan, offer));
    }

    /** A turn looks at the phase that it reads, and decides only what the table has from there. */
    private boolean botMayThink(Move move, Actor who) {
        return header.owner().botMaySpeak()
                && Transitions.TABLE.stream()
                        .anyMatch(line -> line.move() == move && line.who() == who && line.from() == phase());
    }

    private void commit(Intent intent) {
        Phase before = phase();
        boolean beside = intent.plan().events().isEmpty();
        Optional<Phase> to = Transitions.next(before, intent.move(), intent.who());
        if (beside) {
            to.filter(phase -> mayBeside(intent)).ifPresent(phase -> {
                beside(intent);
                arrived(intent, before, phase);
            });
            return;
        }
        if (!intent.plan().guard().allows(header) || (intent.move() == Move.REOPEN && header.owner() != Owner.CLOSED)) {
            return;
        }
        if (intent.move() == Move.END && intent.who() == Actor.CUSTOMER && header.owner() == Owner.AGENT) {
            wrapsUp = header.agent();
        }
        List<Entry> entries = append(intent.plan().events());
        assertSpeakers(entries);
        sideEffects(intent);
        if (intent.move() == Move.ACCEPT && before == Phase.QUEUED) {
            // It rang out after it was read: as good as a claim by hand, under the same ownership.
            to = Transitions.next(before, Move.CLAIM, Actor.ANY_AGENT);
        }
        assertThat(to)
                .as("%s by %s from %s is in the table", intent.move(), intent.who(), before)
                .isPresent();
        arrived(intent, before, to.orElseThrow());
    }

    private void arrived(Intent intent, Phase before, Phase to) {
        assertThat(phase())
                .as("%s by %s from %s", intent.move(), intent.who(), before)
                .isEqualTo(to);
        Transitions.TABLE.stream()
                .filter(line -> line.from() == before && line.move() == intent.move() && line.who() == intent.who())
                .forEach(met::add);
    }

    private boolean mayBeside(Intent intent) {
        return switch (intent.move()) {
            case RING_OUT ->
                intent.who() == Actor.SYSTEM || (offer != null && offer.agent().equals(intent.agent()));
            case WRAP_UP -> intent.who() == Actor.SYSTEM || intent.agent().equals(wrapsUp);
            default -> true;
        };
    }

    private void beside(Intent intent) {
        switch (intent.move()) {
            case RING -> offer = new Rings(intent.agent(), header.ownership());
            case RING_OUT -> offer = null;
            default -> wrapsUp = null;
        }
    }

    private void sideEffects(Intent intent) {
        boolean queue = header.owner() == Owner.QUEUE;
        offeredPerson = intent.move() == Move.OFFER_PERSON;
        returned = intent.move() == Move.GIVE_BACK || intent.move() == Move.FAIL;
        if (intent.move() == Move.END_AND_WRAP_UP) {
            wrapsUp = intent.agent();
        } else if (header.owner() != Owner.CLOSED) {
            wrapsUp = header.owner() == Owner.CLOSED ? wrapsUp : null;
        }
        callback = intent.move() == Move.BOOK_CALLBACK || (callback && !queue && header.owner() != Owner.AGENT);
        if (!queue || intent.move() != Move.REQUEST) {
            offer = null;
        }
    }

    private List<Entry> append(List<ConversationEvent> events) {
        var entries = new ArrayList<Entry>();
        for (ConversationEvent event : events) {
            var entry = new Entry(header.head() + 1, START.plusSeconds(header.head()), event, null);
            header = header.next(entry);
            entries.add(entry);
        }
        return entries;
    }

    private void assertSpeakers(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.event() instanceof Message message && message.from().role() == Role.BOT) {
                assertThat(header.owner()).as("the bot speaks").isNotEqualTo(Owner.AGENT);
            }
        }
    }

    /** No orphan: an agent's conversation has one, a waiting one has its place, whatever rings rings for a waiting one. */
    private void check() {
        assertThat(header.owner() == Owner.AGENT).isEqualTo(header.agent() != null);
        if (header.owner() == Owner.QUEUE) {
            assertThat(header.queuedAt()).isNotNull();
        }
        if (phase() == Phase.RINGING) {
            assertThat(offer).isNotNull();
        }
        assertThat(Transitions.TABLE).as("ways out of %s", phase()).anyMatch(line -> line.from() == phase());
        if (phase() == Phase.RETURNED) {
            assertThat(header.isPending()).as("the bot owes a word").isTrue();
        }
    }

    private static List<ConversationEvent> words(Move move) {
        return List.of(move == Move.REOPEN ? said(Sender.CUSTOMER) : said(Sender.BOT));
    }

    private static Message said(Sender who) {
        return new Message(
                who, null, new Content.Text("…", null, null), null, who.role() == Role.BOT ? Long.valueOf(0) : null);
    }

    private static HandoffQueued queued() {
        return new HandoffQueued(Sender.SYSTEM, 1, null);
    }
}
