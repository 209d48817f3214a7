package load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** The measurements. */
final class Runs {

    /** @param cpuMicros of the server, per round trip */
    record Echo(double perSecond, double cpuMicros) {}

    /**
     * @param perSecond answers of the bot over the time from the first send to the last answer
     * @param cpuMicros of the server, per answer
     * @param clientCpu share of one core that the generator used
     */
    record Turns(int rate, Tally tally, double perSecond, double cpuMicros, double clientCpu, int leftTheBot, int open) {}

    /** @param kbEach growth of the resident memory per connection, after a full collection before and after */
    record Idle(int connections, long beforeKb, long afterKb, double kbEach) {}

    private Runs() {}

    /** Round trips over the raw echo: 100 connections, each sends again as soon as it got its text back. */
    static Echo echo(Subject subject, int seconds) throws Exception {
        var trips = new long[1];
        try (var loop = new Loop()) {
            List<Link> links = Loop.open(100, i -> () -> new Link(subject.port, "/bench/echo", "") {
                @Override
                void onText(String text) throws IOException {
                    trips[0]++;
                    send(text);
                }
            });
            for (Link link : links) {
                loop.adopt(link);
                link.send("{\"t\":\"send\",\"id\":\"m1\",\"content\":{\"kind\":\"text\",\"text\":\"my internet is slow\"}}");
            }
            loop.turnFor(3_000);
            long before = trips[0];
            long cpu = subject.cpuMicros();
            loop.turnFor(seconds * 1000L);
            long count = trips[0] - before;
            return new Echo((double) count / seconds, (double) (subject.cpuMicros() - cpu) / count);
        }
    }

    static Idle idle(Subject subject, int connections) throws Exception {
        subject.collect();
        Thread.sleep(1000);
        long before = subject.residentKb();
        try (var loop = new Loop()) {
            lanes(subject, loop, connections, new Tally(), 1);
            loop.turnFor(3_000);
            subject.collect();
            loop.turnFor(1_000);
            long after = subject.residentKb();
            return new Idle(connections, before, after, (double) (after - before) / connections);
        }
    }

    /** Complete turns at a fixed rate, whatever the server does: send, accepted, answered. */
    static Turns turns(Subject subject, int rate, int seconds, long seed) throws Exception {
        var tally = new Tally();
        int total = rate * seconds;
        // Each customer says one story; some are handed to a person on the way, so there are a third more of them.
        int connections = Math.max(rate, total * 4 / 3 / Talk.length());
        try (var loop = new Loop()) {
            List<Lane> lanes = lanes(subject, loop, connections, tally, seed);
            loop.turnFor(2_000);
            long cpu = subject.cpuMicros();
            long own = Subject.cpuMicros(ProcessHandle.current().pid());
            long begun = System.nanoTime();
            send(loop, lanes, tally, rate, total, begun);
            long lastSend = System.nanoTime();
            long giveUp = lastSend + 15_000_000_000L;
            int before = tally.answered.count();
            while (lanes.stream().anyMatch(lane -> lane.waiting() > 0 && !lane.leftTheBot)
                    && System.nanoTime() < giveUp) {
                loop.turnFor(20);
            }
            long end = tally.answered.count() > before ? System.nanoTime() : lastSend;
            double used = subject.cpuMicros() - cpu;
            double ownUsed = Subject.cpuMicros(ProcessHandle.current().pid()) - own;
            double span = (end - begun) / 1e9;
            return new Turns(
                    rate,
                    tally,
                    tally.answers / span,
                    used / Math.max(1, tally.answers),
                    ownUsed / 1e6 / span,
                    (int) lanes.stream().filter(lane -> lane.leftTheBot).count(),
                    lanes.stream().mapToInt(Lane::waiting).sum());
        }
    }

    private static void send(Loop loop, List<Lane> lanes, Tally tally, int rate, int total, long begun)
            throws IOException {
        int next = 0;
        for (int i = 0; i < total; i++) {
            long due = begun + i * 1_000_000_000L / rate;
            do {
                loop.turn(due);
            } while (System.nanoTime() < due);
            int tries = 0;
            while (!lanes.get(next).isReady() && tries++ < lanes.size()) {
                next = (next + 1) % lanes.size();
            }
            if (tries >= lanes.size()) {
                tally.skipped++;
            } else {
                lanes.get(next).sendNext(due);
                next = (next + 1) % lanes.size();
            }
        }
    }

    private static List<Lane> lanes(Subject subject, Loop loop, int count, Tally tally, long seed) throws Exception {
        var talk = new Talk(seed);
        List<Lane> lanes = Loop.open(count, i -> (Callable<Lane>)
                () -> {
                    var lane = new Lane(subject.port, subject.ticket(), i, talk, tally);
                    lane.hello();
                    return lane;
                });
        for (Lane lane : lanes) {
            loop.adopt(lane);
        }
        loop.turnFor(500);
        long missing = lanes.stream().filter(lane -> !lane.welcome).count();
        for (int i = 0; missing > 0 && i < 100; i++) {
            loop.turnFor(100);
            missing = lanes.stream().filter(lane -> !lane.welcome).count();
        }
        if (missing > 0) {
            throw new IOException(missing + " of " + count + " connections got no welcome");
        }
        return lanes;
    }
}
