package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds what has a form of its own: amounts, speeds, dates and times, phone numbers, e-mail addresses, postcodes, error codes,
 * account, order, card and bank account numbers, network addresses.
 */
public final class EntityFinder {
    private final List<Entity> found = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private EntityFinder() {}

    /** What was found, in order of {@code start}, without overlaps. */
    public static List<Entity> find(String text) {
        return in(text).found();
    }

    /** What has a form of its own; {@link #add} then takes in more, where there is room. */
    static EntityFinder in(String text) {
        EntityFinder finder = new EntityFinder();
        boolean anyDigit = text.chars().anyMatch(Character::isDigit);
        String folded = Folding.fold(text);
        for (EntityKinds.Kind kind : EntityKinds.ALL) {
            if (anyDigit || !kind.needsDigit()) {
                finder.find(kind, text, folded);
            }
        }
        return finder;
    }

    private void find(EntityKinds.Kind kind, String text, String folded) {
        Matcher matcher = kind.pattern().matcher(kind.isFolded() ? folded : text);
        while (matcher.find()) {
            String value = kind.value().apply(matcher);
            if (!value.isEmpty()) {
                String written =
                        kind.isFolded() ? EntityValues.lower(text.substring(matcher.start(), matcher.end())) : value;
                add(kind.type(), written, matcher.start(), matcher.end());
            }
        }
    }

    void add(String type, String value, int start, int end) {
        int next = taken.nextSetBit(start);
        if (next < 0 || next >= end) {
            found.add(new Entity(type, value, start, end));
            taken.set(start, end);
        }
    }

    List<Entity> found() {
        return found.stream().sorted(Comparator.comparingInt(Entity::start)).toList();
    }
}
