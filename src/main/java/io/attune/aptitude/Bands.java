package io.attune.aptitude;

/** From an estimate to a band that does not flicker: entered when likely, left only when clearly no longer. */
final class Bands {
    private static final double EDGE = 0.5;
    private static final double ENTER = 0.65;
    private static final double LEAVE = 0.45;

    private Bands() {}

    static Band of(double mean, double deviation, Band previous) {
        double low = Normal.below((-EDGE - mean) / deviation);
        double high = 1 - Normal.below((EDGE - mean) / deviation);
        double middle = 1 - low - high;
        if (low >= ENTER || (previous == Band.LOW && low >= LEAVE)) {
            return Band.LOW;
        }
        if (high >= ENTER || (previous == Band.HIGH && high >= LEAVE)) {
            return Band.HIGH;
        }
        return middle >= LEAVE ? Band.MID : Band.UNKNOWN;
    }
}
