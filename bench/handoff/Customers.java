import io.attune.customer.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conversations drawn by a seed: what is hidden, and what the policy gets to see turn by turn. */
final class Customers {
    static final int LONGEST = 14;

    /**
     * What a turn shows.
     *
     * @param frustration in the message, 0..1
     * @param failed whether a step failed
     * @param helped whether a step helped a little
     * @param missed whether the bot missed the message
     */
    record Turn(double frustration, boolean failed, boolean helped, boolean missed) {}

    /**
     * @param fails whether the bot cannot resolve it
     * @param ends the turn with which it ends by itself, well or with the customer gone, if nobody takes over
     */
    record Talk(boolean fails, Level value, double enthusiasm, int queries, List<Turn> turns, int ends) {}

    private Customers() {}

    static List<Talk> draw(int count, long seed) {
        var chance = new Random(seed);
        var talks = new ArrayList<Talk>();
        for (int i = 0; i < count; i++) {
            talks.add(talk(chance));
        }
        return talks;
    }

    private static Talk talk(Random chance) {
        boolean fails = chance.nextDouble() < .38;
        double kind = chance.nextDouble();
        Level value = kind < .5 ? Level.LOW : kind < .85 ? Level.MEDIUM : Level.HIGH;
        double temper = chance.nextDouble();
        int queries = 1 + (chance.nextDouble() < (fails ? .35 : .12) ? 1 + chance.nextInt(3) : 0);
        double enthusiasm = Math.clamp(.55 + .18 * chance.nextGaussian() - (fails ? .06 : 0), .1, .9);
        var turns = new ArrayList<Turn>();
        int ends = LONGEST;
        double anger = .1 * temper;
        for (int t = 0; t < LONGEST; t++) {
            boolean step = chance.nextDouble() < .65;
            boolean failed = step && chance.nextDouble() < (fails ? .75 : .33);
            boolean missed = chance.nextDouble() < (fails ? .15 : .06);
            anger = Math.clamp(anger + (failed || missed ? .22 * temper + .08 : -.12), 0, 1);
            double shown = chance.nextDouble() < .6 ? Math.clamp(anger + .15 * chance.nextGaussian(), 0, 1) : 0;
            turns.add(new Turn(shown, failed, step && !failed, missed));
            boolean ended = chance.nextDouble() < (fails ? .05 + .12 * anger : .28);
            if (ended && ends == LONGEST) {
                ends = t + 1;
            }
        }
        return new Talk(fails, value, enthusiasm, queries, turns, ends);
    }
}
