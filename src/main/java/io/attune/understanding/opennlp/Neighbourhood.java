package io.attune.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The training texts as points in the space of meanings, by outcome: what lies near votes, and how far the middle of an
 * intent is tells whether a text is in scope. Coordinates are kept in a byte each.
 */
final class Neighbourhood {
    private static final int FORMAT = 1;
    private static final float SCALE = 254;
    private static final int VOTERS = 10;
    private static final int MOST_BYTES = 400 << 20;
    private static final double SHARPNESS = 20;

    private final byte[][] points;
    private final float[][] centres;
    private final int dimensions;

    private Neighbourhood(byte[][] points, int dimensions) {
        this.points = points;
        this.dimensions = dimensions;
        this.centres = new float[points.length][dimensions];
        for (int k = 0; k < points.length; k++) {
            double square = 0;
            for (int i = 0; i < points[k].length; i++) {
                centres[k][i % dimensions] += points[k][i];
            }
            for (float coordinate : centres[k]) {
                square += coordinate * coordinate;
            }
            float length = (float) Math.max(1e-9, Math.sqrt(square));
            for (int i = 0; i < dimensions; i++) {
                centres[k][i] /= length;
            }
        }
    }

    static Neighbourhood of(List<String> outcomes, List<Sample> samples, int dimensions) {
        int[] sizes = new int[outcomes.size()];
        samples.forEach(sample -> sizes[outcomes.indexOf(sample.label())]++);
        byte[][] points = new byte[outcomes.size()][];
        for (int k = 0; k < sizes.length; k++) {
            points[k] = new byte[sizes[k] * dimensions];
        }
        Arrays.fill(sizes, 0);
        for (Sample sample : samples) {
            float[] meaning = sample.meaning();
            int k = outcomes.indexOf(sample.label());
            if (meaning != null) {
                System.arraycopy(packed(meaning), 0, points[k], sizes[k]++ * dimensions, dimensions);
            }
        }
        return new Neighbourhood(points, dimensions);
    }

    private static byte[] packed(float[] meaning) {
        byte[] packed = new byte[meaning.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) Math.clamp(Math.round(meaning[i] * SCALE), -127, 127);
        }
        return packed;
    }

    /** Cosine with the middle of each outcome. */
    double[] closeness(float[] meaning) {
        double[] closeness = new double[centres.length];
        for (int k = 0; k < centres.length; k++) {
            float sum = 0;
            for (int i = 0; i < dimensions; i++) {
                sum += centres[k][i] * meaning[i];
            }
            closeness[k] = sum;
        }
        return closeness;
    }

    /** Shares of the ten nearest points among the candidates, by closeness; they add up to 1. */
    double[] vote(float[] meaning, int[] candidates) {
        byte[] query = packed(meaning);
        int[] nearest = new int[VOTERS];
        int[] owner = new int[VOTERS];
        Arrays.fill(nearest, Integer.MIN_VALUE);
        Arrays.fill(owner, -1);
        for (int k : candidates) {
            for (int at = 0; at < points[k].length; at += dimensions) {
                int similarity = dot(points[k], at, query);
                if (similarity > nearest[VOTERS - 1]) {
                    insert(nearest, owner, similarity, k);
                }
            }
        }
        double[] votes = new double[points.length];
        double total = 0;
        for (int i = 0; i < VOTERS && owner[i] >= 0; i++) {
            double weight = Math.exp(SHARPNESS * (nearest[i] - nearest[0]) / (SCALE * SCALE));
            votes[owner[i]] += weight;
            total += weight;
        }
        for (int k = 0; k < votes.length && total > 0; k++) {
            votes[k] /= total;
        }
        return votes;
    }

    private static int dot(byte[] points, int at, byte[] query) {
        int sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum += points[at + i] * query[i];
        }
        return sum;
    }

    private static void insert(int[] nearest, int[] owner, int similarity, int who) {
        int place = VOTERS - 1;
        while (place > 0 && nearest[place - 1] < similarity) {
            nearest[place] = nearest[place - 1];
            owner[place] = owner[place - 1];
            place--;
        }
        nearest[place] = similarity;
        owner[place] = who;
    }

    /** Gzip of: format, dimensions, outcomes as ints; then for each its number of points and their bytes. */
    void write(Path file) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(FORMAT);
            out.writeInt(dimensions);
            out.writeInt(points.length);
            for (byte[] cloud : points) {
                out.writeInt(cloud.length / dimensions);
                out.write(cloud);
            }
        }
    }

    /**
     * @param gzip as {@link #write} wrote it
     * @param outcomes how many the model has; a file that does not fit it is refused
     */
    static Neighbourhood read(byte[] gzip, int outcomes) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(gzip)))) {
            int format = in.readInt();
            int dimensions = in.readInt();
            int clouds = in.readInt();
            if (format != FORMAT) {
                throw new IOException("is of format " + format + "; this version reads " + FORMAT);
            }
            if (dimensions < 1 || dimensions > 4096 || clouds != outcomes) {
                throw new IOException("does not belong to its model");
            }
            byte[][] points = new byte[outcomes][];
            long left = MOST_BYTES;
            for (int k = 0; k < outcomes; k++) {
                long size = (long) in.readInt() * dimensions;
                if (size < 0 || size > left) {
                    throw new IOException("is damaged or too big: it claims " + size + " bytes for one intent");
                }
                points[k] = in.readNBytes((int) size);
                left -= size;
                if (points[k].length != size) {
                    throw new IOException("ends too early");
                }
            }
            if (in.read() >= 0) {
                throw new IOException("is damaged: something follows its end");
            }
            return new Neighbourhood(points, dimensions);
        } catch (EOFException e) {
            throw new IOException("ends too early", e);
        } catch (ZipException e) {
            throw new IOException("is damaged: " + e.getMessage(), e);
        }
    }

    int dimensions() {
        return dimensions;
    }
}
