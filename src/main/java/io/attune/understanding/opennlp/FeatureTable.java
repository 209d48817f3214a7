package io.attune.understanding.opennlp;

import java.util.Arrays;

/**
 * From a feature to its number without making a string: open addressing over 64-bit hashes. Two features of one model with
 * the same hash would share a number; at 100,000 features the chance of any is below one in a billion.
 */
final class FeatureTable {
    private final long[] keys;
    private final int[] numbers;
    private final int mask;

    FeatureTable(int size) {
        int capacity = Integer.highestOneBit(Math.max(16, size * 2 - 1)) << 1;
        this.keys = new long[capacity];
        this.numbers = new int[capacity];
        this.mask = capacity - 1;
        Arrays.fill(numbers, -1);
    }

    void put(String feature, int number) {
        char[] letters = feature.toCharArray();
        long key = hash(letters[0], letters, 1, letters.length);
        int slot = (int) key & mask;
        while (numbers[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        numbers[slot] = number;
    }

    /** The number of the feature, or -1 when the model does not know it. */
    int find(char kind, char[] buffer, int from, int to) {
        long key = hash(kind, buffer, from, to);
        int slot = (int) key & mask;
        while (numbers[slot] >= 0) {
            if (keys[slot] == key) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** FNV-1a over whole characters, with the finaliser of SplitMix64. */
    private static long hash(char kind, char[] buffer, int from, int to) {
        long hash = 0xcbf29ce484222325L ^ kind;
        for (int i = from; i < to; i++) {
            hash = (hash ^ buffer[i]) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
