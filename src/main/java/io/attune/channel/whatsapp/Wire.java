package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.Piece;
import io.attune.channel.Shows;
import io.attune.message.Language;

/** Pieces as the Cloud API wants them, and what it can show. */
final class Wire {
    /** The provider's limits; where its clients disagree, the smaller one. */
    static final Shows SHOWS =
            new Shows(4096, new Shows.Menu(3, 1024, 20, 0, 256), new Shows.Menu(10, 1024, 24, 72, 200));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Wire() {}

    /** @param id our own, which comes back with every status */
    static ObjectNode message(Peer peer, Piece piece, String id) {
        ObjectNode body = to(peer, id);
        switch (piece) {
            case Piece.Plain p -> {
                body.put("type", "text");
                body.putObject("text").put("body", p.text()).put("preview_url", false);
            }
            case Piece.Buttons b -> {
                ObjectNode interactive = interactive(body, "button", b.text());
                ArrayNode buttons = interactive.putObject("action").putArray("buttons");
                for (Piece.Label answer : b.answers()) {
                    buttons.addObject()
                            .put("type", "reply")
                            .putObject("reply")
                            .put("id", answer.id())
                            .put("title", answer.title());
                }
            }
            case Piece.Listed l -> {
                ObjectNode action = interactive(body, "list", l.text()).putObject("action");
                action.put("button", l.open());
                ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
                for (Piece.Label answer : l.answers()) {
                    ObjectNode row = rows.addObject().put("id", answer.id()).put("title", answer.title());
                    if (answer.desc() != null) {
                        row.put("description", answer.desc());
                    }
                }
            }
        }
        return body;
    }

    private static ObjectNode interactive(ObjectNode body, String type, String text) {
        ObjectNode interactive = body.put("type", "interactive").putObject("interactive");
        interactive.put("type", type).putObject("body").put("text", text);
        return interactive;
    }

    static ObjectNode template(Peer peer, String name, Language language, String id) {
        ObjectNode body = to(peer, id);
        ObjectNode template = body.put("type", "template").putObject("template");
        template.put("name", name).putObject("language").put("code", language.code());
        return body;
    }

    static ObjectNode read(String message, boolean writing) {
        ObjectNode body = JSON.objectNode();
        body.put("messaging_product", "whatsapp").put("status", "read").put("message_id", message);
        if (writing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }

    private static ObjectNode to(Peer peer, String id) {
        ObjectNode body = JSON.objectNode();
        body.put("messaging_product", "whatsapp").put("recipient_type", "individual");
        if (peer.waId() != null) {
            body.put("to", peer.waId());
        } else {
            body.put("recipient", peer.userId());
        }
        return body.put("biz_opaque_callback_data", id);
    }
}
