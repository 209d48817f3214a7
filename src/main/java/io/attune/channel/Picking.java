package io.attune.channel;

import io.attune.message.Choice;
import io.attune.message.Content;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answer to numbered text: the number, the title or the id. Anything else is the customer's own words. */
public final class Picking {
    private static final Pattern NUMBER = Pattern.compile("[#(]?(\\d{1,2})[.):]?");

    private Picking() {}

    /**
     * What was picked of what was offered, if it is exactly one of it.
     *
     * @param offered in the order in which it was shown
     */
    public static Optional<Content.Picked> read(String text, List<Choice> offered) {
        String said = text.strip();
        Matcher number = NUMBER.matcher(said);
        if (number.matches()) {
            int place = Integer.parseInt(number.group(1));
            return place >= 1 && place <= offered.size()
                    ? Optional.of(picked(offered.get(place - 1)))
                    : Optional.empty();
        }
        List<Choice> same =
                offered.stream().filter(choice -> names(choice, said)).toList();
        return same.size() == 1 ? Optional.of(picked(same.getFirst())) : Optional.empty();
    }

    private static boolean names(Choice choice, String said) {
        return folded(choice.title()).equals(folded(said))
                || (choice.shortTitle() != null && folded(choice.shortTitle()).equals(folded(said)))
                || choice.id().equals(said);
    }

    private static Content.Picked picked(Choice choice) {
        return new Content.Picked(choice.id(), choice.title());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\s]+", " ").strip();
    }
}
