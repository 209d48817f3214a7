package io.attune.client;

import java.util.List;
import java.util.Map;

/**
 * Something that happened in a conversation.
 *
 * @param seq its number: from 1, without gaps
 * @param ev {@code message}, {@code handoff.joined} and so on; a newer server may send others
 * @param role {@code customer}, {@code bot}, {@code agent} or {@code system}. Show people which of them speaks
 * @param name the agent's; otherwise empty
 * @param text the words; empty where there are none
 * @param choices what can be picked, by id
 * @param raw everything, as it came
 */
public record CareEvent(
        long seq, String ev, String role, String name, String text, List<Choice> choices, Map<String, Object> raw) {

    public record Choice(String id, String title) {}

    public boolean isMessageOf(String who) {
        return ev.equals("message") && role.equals(who);
    }

    static CareEvent read(Map<String, Object> raw) {
        Map<?, ?> from = map(raw.get("from"));
        Map<?, ?> content = map(raw.get("content"));
        List<Choice> choices = content.get("choices") instanceof List<?> list
                ? list.stream()
                        .map(CareEvent::map)
                        .map(choice -> new Choice(text(choice.get("id")), text(choice.get("title"))))
                        .toList()
                : List.of();
        return new CareEvent(
                number(raw.get("seq")),
                text(raw.get("ev")),
                text(from.get("role")),
                text(from.get("name")),
                text(content.get("text")),
                choices,
                raw);
    }

    static long number(Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    static String text(Object value) {
        return value instanceof String s ? s : "";
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
