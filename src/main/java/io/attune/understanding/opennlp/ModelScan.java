package io.attune.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a model file from end to end before OpenNLP does, which believes whatever number of entries a file claims: with a
 * number of two billion it would ask for all the memory there is. Here nothing is kept, and nothing is believed.
 */
final class ModelScan {
    static final String TYPE = "QN";

    private static final int MOST_OUTCOMES = 10_000;
    private static final int MOST_FEATURES = 5_000_000;
    private static final int MOST_LETTERS = 100_000_000;

    /** Four bytes each in memory: 400 MB, the most that all models may take. */
    private static final long MOST_WEIGHTS = 100_000_000;

    private final DataInputStream in;
    private long featuresOfPatterns;
    private long weights;
    private long letters;

    private ModelScan(DataInputStream in) {
        this.in = in;
    }

    /** @throws IOException saying what is wrong, when this is no whole model of a sensible size */
    static void check(byte[] gzip) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 15))) {
            new ModelScan(in).check();
        } catch (EOFException e) {
            throw new IOException("ends too early", e);
        } catch (ZipException e) {
            throw new IOException("is damaged: " + e.getMessage(), e);
        } catch (UTFDataFormatException | NumberFormatException e) {
            throw new IOException("is damaged: a name in it cannot be read", e);
        }
    }

    private void check() throws IOException {
        if (!in.readUTF().equals(TYPE)) {
            throw new IOException("is no model of the kind that Attune trains");
        }
        int outcomes = count("outcomes", 2, MOST_OUTCOMES);
        skipNames(outcomes);
        int patterns = count("groups of weights", 1, MOST_FEATURES);
        for (int i = 0; i < patterns; i++) {
            pattern(in.readUTF(), outcomes);
        }
        int features = count("features", 1, MOST_FEATURES);
        if (featuresOfPatterns != features) {
            throw new IOException("is damaged: it has " + features + " features and weights of " + featuresOfPatterns);
        }
        if ((long) features * outcomes > MOST_WEIGHTS) {
            throw new IOException(
                    "is too big: " + features + " features of " + outcomes + " outcomes take more than 400 MB");
        }
        skipNames(features);
        for (long i = 0; i < weights; i++) {
            if (!Double.isFinite(in.readDouble())) {
                throw new IOException("is damaged: a weight is no number");
            }
        }
        if (in.read() >= 0) {
            throw new IOException("is damaged: something follows its end");
        }
    }

    private int count(String what, int least, int most) throws IOException {
        int count = in.readInt();
        if (count < least || count > most) {
            throw new IOException("is damaged or too big: it claims " + count + " " + what);
        }
        return count;
    }

    private void skipNames(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int length = in.readUTF().length();
            letters += length;
            if (length == 0 || letters > MOST_LETTERS) {
                throw new IOException("is damaged or too big: its names are empty or too long");
            }
        }
    }

    /** How many features have weights for which outcomes: {@code 12 0 3 7}. */
    private void pattern(String line, int outcomes) throws IOException {
        String[] numbers = line.strip().split(" ", -1);
        int features = Integer.parseInt(numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            int outcome = Integer.parseInt(numbers[i]);
            if (outcome < 0 || outcome >= outcomes) {
                throw new IOException("is damaged: a weight is of an outcome that there is not");
            }
        }
        if (features < 1 || features > MOST_FEATURES) {
            throw new IOException("is damaged or too big: it claims " + features + " features alike");
        }
        featuresOfPatterns += features;
        weights += (long) features * (numbers.length - 1);
        if (weights > MOST_WEIGHTS) {
            throw new IOException("is too big: its weights take more than 400 MB");
        }
    }
}
