package io.attune.channel.chatwoot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.Piece;
import io.attune.channel.Shows;

/** Messages as Chatwoot's API takes them. */
final class Wire {
    /** Where our id of a message stands in it: Chatwoot's webhook of the message brings it back. */
    static final String OURS = "attune_letter";

    /** Choices are an {@code input_select}, whose titles may be long. */
    static final Shows SHOWS = new Shows(10_000, new Shows.Menu(10, 10_000, 200, 0, 200), null);

    static final ObjectMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    static ObjectNode message(Piece piece, String letter) {
        ObjectNode message = JSON.createObjectNode();
        message.put("content", piece.text()).put("message_type", "outgoing").put("private", false);
        ObjectNode attributes = message.putObject("content_attributes").put(OURS, letter);
        if (piece instanceof Piece.Buttons offered) {
            message.put("content_type", "input_select");
            var items = attributes.putArray("items");
            offered.answers()
                    .forEach(label ->
                            items.addObject().put("title", label.title()).put("value", label.title()));
        }
        return message;
    }
}
