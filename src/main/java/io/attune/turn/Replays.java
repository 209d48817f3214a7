package io.attune.turn;

import io.attune.conversation.Header;
import io.attune.conversation.store.Archive;
import io.attune.customer.Consents;
import io.attune.customer.Customers;
import io.attune.customer.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replays many conversations. Those of customers who have said no to service, personalisation or improvement are left out: what
 * was kept of them before is not used for this.
 */
public final class Replays {
    private static final int AT_ONCE = 200;
    private static final List<Purpose> NEEDED = List.of(Purpose.SERVICE, Purpose.PERSONALISATION, Purpose.IMPROVEMENT);

    private final Archive archive;
    private final Customers customers;
    private final Replay replay;

    public Replays(Archive archive, Customers customers, Replay replay) {
        this.archive = archive;
        this.customers = customers;
        this.replay = replay;
    }

    /**
     * @param conversations that were replayed, {@code turns} in all of them
     * @param different those with a turn that differs
     * @param unkept those of which no turn could be made again
     * @param refused those left out because their customers refuse it
     */
    public record Sum(int conversations, int turns, int different, int unkept, int refused) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0);

        private Sum with(Replayed one) {
            return one.turns() == 0
                    ? new Sum(conversations, turns, different, unkept + 1, refused)
                    : new Sum(
                            conversations + 1,
                            turns + one.turns(),
                            different + (one.first() == null ? 0 : 1),
                            unkept,
                            refused);
        }

        private Sum withRefused() {
            return new Sum(conversations, turns, different, unkept, refused + 1);
        }
    }

    /** @param listener is told of each that was replayed */
    public Sum since(Instant since, Consumer<Replayed> listener) {
        Sum sum = Sum.NONE;
        String last = "";
        List<Header> some;
        do {
            some = archive.since(since, last, AT_ONCE);
            for (Header header : some) {
                sum = add(sum, header, listener);
                last = header.id();
            }
        } while (some.size() == AT_ONCE);
        return sum;
    }

    public Sum one(Header header, Consumer<Replayed> listener) {
        return add(Sum.NONE, header, listener);
    }

    private Sum add(Sum sum, Header header, Consumer<Replayed> listener) {
        if (isRefused(header)) {
            return sum.withRefused();
        }
        Replayed replayed = replay.conversation(header.id(), archive.entries(header.id()));
        if (replayed.turns() > 0) {
            listener.accept(replayed);
        }
        return sum.with(replayed);
    }

    private boolean isRefused(Header header) {
        Consents consents =
                customers.read(header.customer(), header.changedAt()).settings().consents();
        return NEEDED.stream().anyMatch(purpose -> consents.said().containsKey(purpose) && !consents.granted(purpose));
    }
}
