package load;

import java.util.TreeMap;

/** What was counted in a run. Times run from the moment a message was meant to be sent, so waiting in line counts. */
final class Tally {
    final Times accepted = new Times();
    final Times answered = new Times();
    final TreeMap<String, Integer> errors = new TreeMap<>();
    long sent;
    long answers;
    /** Sends that found no connection ready. */
    long skipped;

    void error(String code) {
        errors.merge(code, 1, Integer::sum);
    }

    /** Durations in ns. */
    static final class Times {
        private long[] values = new long[1024];
        private int count;

        void add(long nanos) {
            if (count == values.length) {
                values = java.util.Arrays.copyOf(values, count * 2);
            }
            values[count++] = nanos;
        }

        int count() {
            return count;
        }

        /** In ms. */
        double percentile(double percent) {
            if (count == 0) {
                return Double.NaN;
            }
            long[] sorted = java.util.Arrays.copyOf(values, count);
            java.util.Arrays.sort(sorted);
            return sorted[Math.min(count - 1, (int) Math.ceil(count * percent / 100) - 1)] / 1e6;
        }
    }
}
