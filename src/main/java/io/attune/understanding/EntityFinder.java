package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds what has a form of its own: amounts, speeds, dates and times, phone numbers, e-mail addresses, postcodes, error codes,
 * account, order, card and bank account numbers, network addresses.
 */
public final class EntityFinder {
    private EntityFinder() {}

    /** What was found, in order of {@code start}, without overlaps. */
    public static List<Entity> find(String text) {
        boolean anyDigit = text.chars().anyMatch(Character::isDigit);
        List<Entity> found = new ArrayList<>();
        for (EntityKinds.Kind kind : EntityKinds.ALL) {
            if (!anyDigit && kind.needsDigit()) {
                continue;
            }
            Matcher matcher = kind.pattern().matcher(text);
            while (matcher.find()) {
                String value = kind.value().apply(matcher);
                int start = matcher.start();
                int end = matcher.end();
                if (!value.isEmpty() && isFree(found, start, end)) {
                    found.add(new Entity(kind.type(), value, start, end));
                }
            }
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    static boolean isFree(List<Entity> found, int start, int end) {
        return found.stream().noneMatch(entity -> entity.start() < end && start < entity.end());
    }
}
