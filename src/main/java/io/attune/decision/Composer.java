package io.attune.decision;

import io.attune.decision.memory.Talk;
import io.attune.message.Choice;
import io.attune.message.Content;
import java.util.ArrayList;
import java.util.List;

/** Puts the parts of an answer together, never the same words twice in a row. */
final class Composer {
    private final Draft draft;

    Composer(Draft draft) {
        this.draft = draft;
    }

    /** The messages to send; the draft's memory knows afterwards what was said. */
    List<Content> compose(List<String> parts, List<Choice> choices) {
        if (parts.isEmpty()) {
            return List.of();
        }
        String text = fresh(String.join("\n\n", parts));
        draft.remember(draft.memory().withTalk(draft.memory().talk().withSaid(text)));
        String language = draft.situation().language().code();
        var say = new ArrayList<Content>();
        say.add(
                choices.isEmpty()
                        ? new Content.Text(text, "plain", language)
                        : new Content.Choices(text, choices, language));
        return say;
    }

    private String fresh(String text) {
        Talk talk = draft.memory().talk();
        String last = talk.said().isEmpty() ? "" : talk.said().getLast();
        if (!text.equals(last)) {
            return text;
        }
        String opening = draft.talkText("again", java.util.Map.of());
        return opening + " " + text;
    }
}
