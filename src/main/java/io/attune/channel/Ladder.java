package io.attune.channel;

import io.attune.channel.Piece.Label;
import io.attune.channel.Shows.Menu;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is said into what a channel can show. Answers to pick from are buttons; where those do not fit, a list; where
 * that does not fit, numbered text. A label is never cut: it is the title, or the short title that its author wrote, or
 * the next rung. Pure: the same content gives the same pieces, so that a piece can be named by its place.
 */
public final class Ladder {
    private Ladder() {}

    /** @return in the order to be shown; empty for what is no message */
    public static List<Piece> pieces(Content content, Shows shows, Language language) {
        return switch (content) {
            case Content.Text t -> plain(t.text(), shows);
            case Content.Notice n -> plain(n.text(), shows);
            case Content.Csat c -> plain(c.text() + "\n\n" + Phrase.RATE.in(language), shows);
            case Content.Choices c -> choices(c, shows, language);
            case Content.Picked p -> List.of();
            case Content.Attached a -> plain(a.words().isBlank() ? a.name() : a.words(), shows);
        };
    }

    private static List<Piece> choices(Content.Choices content, Shows shows, Language language) {
        List<Choice> choices = content.choices();
        if (choices.isEmpty()) {
            return plain(content.text(), shows);
        }
        Menu buttons = shows.buttons();
        Optional<List<Label>> onButtons = fit(choices, buttons);
        if (buttons != null && onButtons.isPresent()) {
            return above(content.text(), buttons, shows, text -> new Piece.Buttons(text, onButtons.get()));
        }
        Menu list = shows.list();
        Optional<List<Label>> inList = fit(choices, list);
        if (list != null && inList.isPresent()) {
            String open = Phrase.CHOOSE.in(language);
            return above(content.text(), list, shows, text -> new Piece.Listed(text, open, inList.get()));
        }
        return plain(numbered(content, language), shows);
    }

    /** The answers as labels of this menu, if every one of them fits as a whole. */
    private static Optional<List<Label>> fit(List<Choice> choices, @Nullable Menu menu) {
        if (menu == null || choices.size() > menu.most()) {
            return Optional.empty();
        }
        var labels = new ArrayList<Label>();
        var titles = new HashSet<String>();
        var ids = new HashSet<String>();
        for (Choice choice : choices) {
            Optional<Label> label = fit(choice, menu);
            if (label.isEmpty() || !titles.add(label.get().title()) || !ids.add(choice.id())) {
                return Optional.empty();
            }
            labels.add(label.get());
        }
        return Optional.of(labels);
    }

    private static Optional<Label> fit(Choice choice, Menu menu) {
        String shorter = choice.shortTitle();
        boolean whole = choice.title().length() <= menu.title();
        if (choice.id().length() > menu.id() || (!whole && (shorter == null || shorter.length() > menu.title()))) {
            return Optional.empty();
        }
        String title = whole || shorter == null ? choice.title() : shorter;
        String desc = choice.desc() != null ? choice.desc() : whole ? null : choice.title();
        if (desc != null && desc.length() > menu.desc()) {
            // A title said in short is said; a line that its author added is not dropped where there is a place for it.
            boolean mayGo = choice.desc() == null || menu.desc() == 0;
            return mayGo ? Optional.of(new Label(choice.id(), title, null)) : Optional.empty();
        }
        return Optional.of(new Label(choice.id(), title, desc));
    }

    private static List<Piece> above(String text, Menu menu, Shows shows, Function<String, Piece> last) {
        List<String> parts = Parts.of(text, shows.text(), menu.body());
        var pieces = new ArrayList<Piece>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            pieces.add(new Piece.Plain(part));
        }
        pieces.add(last.apply(parts.getLast()));
        return pieces;
    }

    private static String numbered(Content.Choices content, Language language) {
        var text = new StringBuilder(content.text()).append("\n");
        int number = 0;
        for (Choice choice : content.choices()) {
            text.append('\n').append(++number).append(". ").append(choice.title());
            if (choice.desc() != null) {
                text.append(" (").append(choice.desc()).append(')');
            }
        }
        return text.append("\n\n").append(Phrase.NUMBER.in(language)).toString();
    }

    private static List<Piece> plain(String text, Shows shows) {
        return Parts.of(text, shows.text(), shows.text()).stream()
                .<Piece>map(Piece.Plain::new)
                .toList();
    }
}
