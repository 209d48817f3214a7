import io.attune.customer.Level;
import io.attune.decision.policy.HandoffPolicy;
import io.attune.decision.policy.HandoffSettings;
import io.attune.decision.policy.HandoffSettings.Costs;
import io.attune.decision.policy.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a contact costs, in agent minutes, when handing over follows one rule or another, at two loads. The features are those
 * of the product; the chance comes from the shipped weights, bare or calibrated on other customers than those that are
 * scored. Waits follow from the share that the rule hands over (Erlang C). bench/README.md says more.
 */
public final class Simulation {
    private static final Costs COSTS = Costs.DEFAULT;
    private static final int AGENTS = 20;
    private static final double HANDLING = 6;

    /** When to hand over. */
    private interface Rule {
        boolean over(double probability, boolean before, int turn, double wait, Level value);
    }

    private record Score(double cost, double transferred, double minutes, double lost) {}

    private final HandoffPolicy policy = new HandoffPolicy(HandoffSettings.DEFAULT);
    private final double[] platt;

    private Simulation(double[] platt) {
        this.platt = platt;
    }

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        var bare = new Simulation(new double[] {1, 0});
        var calibrated = new Simulation(bare.calibration(Customers.draw(count, 1)));
        System.out.printf(Locale.ROOT, "calibration: slope %.2f shift %.2f%n", calibrated.platt[0], calibrated.platt[1]);
        var talks = Customers.draw(count, 2);
        for (double load : new double[] {.7, .95}) {
            System.out.printf("%nload %.2f | cost | handed over | mean wait, min | lost%n", load);
            double best = IntStream.rangeClosed(4, 19).mapToDouble(i -> i / 20.0).boxed()
                    .min(java.util.Comparator.comparingDouble(t -> bare.score(fixed(t), talks, load).cost())).orElseThrow();
            print("fixed " + best + ", best in hindsight", bare.score(fixed(best), talks, load));
            print("myopic", bare.score(Simulation::myopic, talks, load));
            print("myopic, calibrated", calibrated.score(Simulation::myopic, talks, load));
            print("the same, two turns in a row", calibrated.score(
                    (p, before, turn, wait, value) -> before && myopic(p, true, turn, wait, value), talks, load));
            print("optimal stopping, bare", bare.score(bare::stopping, talks, load));
            print("optimal stopping, calibrated", calibrated.score(calibrated::stopping, talks, load));
            print("the same, two turns in a row", calibrated.score(
                    (p, before, turn, wait, value) -> before && calibrated.stopping(p, true, turn, wait, value),
                    talks, load));
        }
    }

    private static Rule fixed(double threshold) {
        return (p, before, turn, wait, value) -> p >= threshold;
    }

    private static boolean myopic(double p, boolean before, int turn, double wait, Level value) {
        double now = COSTS.agent() + COSTS.waitMinute() * wait;
        return p >= (now - COSTS.bot()) / (failure(value) - COSTS.bot());
    }

    private boolean stopping(double p, boolean before, int turn, double wait, Level value) {
        Signals.Course course = new Signals.Course(turn, 0, 0, 0, 0, false, 0, 0, false, false, 0, false);
        var customer = new Signals.Customer(1, .55, value, null, false, false);
        Duration queue = Duration.ofSeconds(Math.round(60 * wait));
        return p >= policy.judge(new Signals(Signals.Message.NEUTRAL, course, customer, queue)).threshold();
    }

    private static double failure(Level value) {
        return COSTS.agent() + COSTS.repeat() + switch (value) {
            case LOW -> COSTS.churnLow();
            case MEDIUM -> COSTS.churnMid();
            case HIGH -> COSTS.churnHigh();
        };
    }

    /** The load is that of the agents if 45 in 100 contacts came to them. */
    private Score score(Rule rule, List<Customers.Talk> talks, double load) {
        double wait = 2;
        Score score = new Score(0, 0, 0, 0);
        for (int round = 0; round < 12; round++) {
            score = run(rule, talks, wait);
            double busy = Math.min(.985, load * score.transferred() / .45);
            wait = .5 * wait + .5 * erlangWait(busy);
        }
        return score;
    }

    private Score run(Rule rule, List<Customers.Talk> talks, double meanWait) {
        var chance = new Random(3);
        double cost = 0;
        int transferred = 0;
        int lost = 0;
        for (Customers.Talk talk : talks) {
            double wait = -meanWait * Math.log(1 - chance.nextDouble());
            double frustration = 0;
            int failed = 0;
            int missed = 0;
            boolean before = true;
            boolean handed = false;
            for (int t = 0; t < talk.ends() && !handed; t++) {
                Customers.Turn turn = talk.turns().get(t);
                frustration = .7 * frustration + .3 * turn.frustration();
                failed = turn.helped() ? 0 : failed + (turn.failed() ? 1 : 0);
                missed = turn.missed() ? missed + 1 : Math.max(0, missed - 1);
                double p = probability(talk, turn, t + 1, frustration, failed, missed);
                boolean over = rule.over(p, before, t + 1, wait, talk.value());
                before = rule.over(p, true, t + 1, wait, talk.value());
                cost += COSTS.bot() + (talk.fails() ? COSTS.stuck() : 0);
                if (over) {
                    handed = true;
                    cost += COSTS.agent() + COSTS.waitMinute() * wait;
                }
            }
            transferred += handed ? 1 : 0;
            if (!handed && talk.fails()) {
                lost++;
                cost += failure(talk.value());
            }
        }
        double n = talks.size();
        return new Score(cost / n, transferred / n, meanWait, lost / n);
    }

    private double probability(
            Customers.Talk talk, Customers.Turn turn, int number, double frustration, int failed, int missed) {
        var message = new Signals.Message(Set.of(), "", false, turn.frustration(), 0, false, false);
        var course = new Signals.Course(
                number, frustration, 0, failed, Math.min(1, missed), false, 0, 0, turn.helped(), false, 0, false);
        var customer = new Signals.Customer(talk.queries(), talk.enthusiasm(), talk.value(), null, false, false);
        double p = policy.judge(new Signals(message, course, customer, Duration.ZERO)).probability();
        return 1 / (1 + Math.exp(-(platt[0] * Math.log(p / (1 - p)) + platt[1])));
    }

    /** Platt's, by Newton's method, on the turns of conversations that nobody interrupts. */
    private double[] calibration(List<Customers.Talk> talks) {
        double a = 1;
        double b = 0;
        for (int step = 0; step < 25; step++) {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            for (Customers.Talk talk : talks) {
                double frustration = 0;
                int failed = 0;
                int missed = 0;
                for (int t = 0; t < talk.ends(); t++) {
                    Customers.Turn turn = talk.turns().get(t);
                    frustration = .7 * frustration + .3 * turn.frustration();
                    failed = turn.helped() ? 0 : failed + (turn.failed() ? 1 : 0);
                    missed = turn.missed() ? missed + 1 : Math.max(0, missed - 1);
                    double p = probability(talk, turn, t + 1, frustration, failed, missed);
                    double x = Math.log(p / (1 - p));
                    double q = 1 / (1 + Math.exp(-(a * x + b)));
                    double d = (talk.fails() ? 1 : 0) - q;
                    double w = q * (1 - q);
                    ga += d * x;
                    gb += d;
                    haa += w * x * x;
                    hab += w * x;
                    hbb += w;
                }
            }
            double det = haa * hbb - hab * hab;
            a += (hbb * ga - hab * gb) / det;
            b += (haa * gb - hab * ga) / det;
        }
        return new double[] {a, b};
    }

    private static double erlangWait(double busy) {
        double offered = AGENTS * busy;
        double term = 1;
        double sum = 1;
        for (int k = 1; k < AGENTS; k++) {
            term *= offered / k;
            sum += term;
        }
        double last = term * offered / AGENTS / (1 - busy);
        return last / (sum + last) * HANDLING / (AGENTS * (1 - busy));
    }

    private static void print(String name, Score score) {
        System.out.printf(Locale.ROOT, "%-36s %.3f  %3.0f %%  %5.1f  %4.1f %%%n",
                name, score.cost(), 100 * score.transferred(), score.minutes(), 100 * score.lost());
    }
}
