package io.attune.channel.deepchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.channel.Ladder;
import io.attune.channel.Piece;
import io.attune.channel.Shows;
import io.attune.channel.exchange.Said;
import io.attune.message.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the component takes it: words, or HTML for the buttons.
 *
 * @param role {@code ai}, or {@code agent} where a person speaks: the page may give each a name and a face
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(
        @Nullable String text,
        @Nullable String html,
        @Nullable String role) {
    private static final int LONGEST = 16_000;
    /** A click sends the button's label as the customer's words. */
    private static final Shows WITH_BUTTONS = new Shows(LONGEST, new Shows.Menu(10, LONGEST, 200, 0, 200), null);

    static List<Reply> withButtons(Said said) {
        var replies = new ArrayList<Reply>();
        for (Piece piece : Ladder.pieces(said.content(), WITH_BUTTONS, said.language())) {
            replies.add(new Reply(piece.text(), null, role(said)));
            if (piece instanceof Piece.Buttons offered) {
                replies.add(new Reply(null, buttons(offered), role(said)));
            }
        }
        return replies;
    }

    /** A stream is one text: choices are numbered in it. */
    static List<Reply> words(Said said) {
        return Ladder.pieces(said.content(), Shows.onlyText(LONGEST), said.language()).stream()
                .map(piece -> new Reply(piece.text() + "\n\n", null, role(said)))
                .toList();
    }

    private static @Nullable String role(Said said) {
        return said.role() == Role.AGENT ? "agent" : "ai";
    }

    /** {@code deep-chat-temporary-message} goes away with the next message: a choice is made once. */
    private static String buttons(Piece.Buttons offered) {
        var html = new StringBuilder("<div class=\"deep-chat-temporary-message\">");
        for (Piece.Label label : offered.answers()) {
            html.append(
                            "<button type=\"button\" class=\"deep-chat-button deep-chat-suggestion-button\" style=\"margin:4px 4px 0 0\">")
                    .append(escaped(label.title()))
                    .append("</button>");
        }
        return html.append("</div>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
