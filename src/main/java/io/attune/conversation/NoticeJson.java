package io.attune.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.conversation.Nodes.Notice;
import io.attune.message.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices as a line of text each, marked with the node that they are from. */
public final class NoticeJson {
    private final String node;
    private final ObjectMapper json = new ObjectMapper();

    /** @param node this node's id, another one at each start */
    public NoticeJson(String node) {
        this.node = node;
    }

    private record Line(
            String node,
            String conv,
            long first,
            long last,
            boolean moved,
            @Nullable String role,
            int ttlMs) {}

    /** One line, without a break in it. */
    public String write(Notice notice) {
        Line line = switch (notice) {
            case Notice.Committed c -> new Line(node, c.conv(), c.first(), c.last(), c.moved(), null, 0);
            case Notice.Signalled s ->
                new Line(
                        node,
                        s.signal().conv(),
                        0,
                        0,
                        s.signal().writing(),
                        s.signal().role().name(),
                        s.signal().ttlMs());
        };
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The notices of other nodes in some lines; what cannot be read, as from a newer node, is left out. */
    public List<Notice> read(String lines) {
        return lines.lines()
                .map(this::line)
                .flatMap(Optional::stream)
                .filter(line -> !line.node().equals(node))
                .map(NoticeJson::notice)
                .toList();
    }

    private Optional<Line> line(String text) {
        try {
            Line line = json.readValue(text, Line.class);
            Objects.requireNonNull(line.node());
            Objects.requireNonNull(line.conv());
            return Optional.of(line);
        } catch (JsonProcessingException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Notice notice(Line line) {
        return line.role() == null
                ? new Notice.Committed(line.conv(), line.first(), line.last(), line.moved())
                : new Notice.Signalled(new Signal(line.conv(), Role.valueOf(line.role()), line.moved(), line.ttlMs()));
    }
}
