package io.attune.channel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.message.Compose;
import io.attune.message.Content;
import io.attune.message.Ids;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Frames to text and back, strictly: a field that the protocol does not name is an error. */
final class Frames {
    private static final long AN_HOUR = 3_600_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(ClientFrame.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private Frames() {}

    static String write(Object frame) {
        try {
            return WRITER.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + frame.getClass().getSimpleName(), e);
        }
    }

    /** @throws BadFrame when the text is no frame of {@code care.v1} */
    static ClientFrame read(String text) throws BadFrame {
        ClientFrame frame;
        try {
            frame = READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new BadFrame(explain(e), idOf(text));
        }
        if (frame == null) {
            throw new BadFrame("a frame must be a JSON object", null);
        }
        check(frame);
        return frame;
    }

    private static void check(ClientFrame frame) throws BadFrame {
        switch (frame) {
            case ClientFrame.Hello h -> {
                present(h.v(), "v");
                require(h.v() == 1, "v: only version 1 is spoken here", null);
                require(h.conv() == null || Ids.isId(h.conv()), "conv: not an id", null);
                ClientFrame.Resume resume = h.resume();
                if (resume != null) {
                    present(resume.epoch(), "resume.epoch");
                    present(resume.seq(), "resume.seq");
                    require(resume.seq() >= 0, "resume.seq: must not be negative", null);
                }
            }
            case ClientFrame.Send s -> {
                present(s.id(), "id");
                require(Ids.isId(s.id()), "id: must be 1 to 64 of A-Za-z0-9_.:-", null);
                present(s.content(), "content");
                check(s.content(), s.id());
                check(s.compose(), s.id());
            }
            case ClientFrame.Composing c -> {
                present(c.state(), "state");
                check(c.compose(), null);
            }
            case ClientFrame.Read r -> checkSeq(r.seq());
            case ClientFrame.Ack a -> checkSeq(a.seq());
            case ClientFrame.Ping p -> {}
            case ClientFrame.End e -> {}
            case ClientFrame.History h -> {}
        }
    }

    private static void check(Content content, String id) throws BadFrame {
        switch (content) {
            case Content.Text t -> {
                require(t.text() != null && !t.text().isBlank(), "content.text: must not be empty", id);
                require(t.text().length() <= Content.MAX_TEXT, "content.text: at most 4096 characters", id);
            }
            case Content.Picked p -> {
                require(
                        p.choiceId() != null
                                && !p.choiceId().isEmpty()
                                && p.choiceId().length() <= 200,
                        "content.choiceId: must be 1 to 200 characters",
                        id);
                require(p.text() == null || p.text().length() <= 80, "content.text: at most 80 characters", id);
            }
            case Content.Choices c -> throw new BadFrame("content.kind: a customer sends text or choice", id);
            case Content.Notice n -> throw new BadFrame("content.kind: a customer sends text or choice", id);
            case Content.Csat c -> throw new BadFrame("content.kind: a customer sends text or choice", id);
            case Content.Attached a -> throw new BadFrame("content.kind: a file is uploaded, not sent in a frame", id);
        }
    }

    private static void check(@Nullable Compose compose, @Nullable String id) throws BadFrame {
        if (compose == null) {
            return;
        }
        require(compose.activeMs() != null, "compose.activeMs: missing", id);
        require(compose.keys() != null, "compose.keys: missing", id);
        for (Number total : new @Nullable Number[] {
            compose.activeMs(),
            compose.idleMs(),
            compose.firstKeyMs(),
            compose.keys(),
            compose.deletes(),
            compose.bursts(),
            compose.abandoned()
        }) {
            require(total == null || total.longValue() >= 0, "compose: totals must not be negative", id);
        }
    }

    /** Totals that no person reaches say nothing; they are cut to what one could. */
    static @Nullable Compose clamp(@Nullable Compose c) {
        return c == null
                ? null
                : new Compose(
                        clamp(c.activeMs()),
                        clamp(c.idleMs()),
                        clamp(c.firstKeyMs()),
                        clamp(c.keys()),
                        clamp(c.deletes()),
                        clamp(c.bursts()),
                        c.pasted(),
                        clamp(c.abandoned()),
                        c.input());
    }

    private static @Nullable Long clamp(@Nullable Long ms) {
        return ms == null ? null : Long.valueOf(Math.min(ms, AN_HOUR));
    }

    private static @Nullable Integer clamp(@Nullable Integer count) {
        return count == null ? null : Integer.valueOf(Math.min(count, 100_000));
    }

    private static void checkSeq(@Nullable Long seq) throws BadFrame {
        present(seq, "seq");
        require(seq != null && seq >= 0, "seq: must not be negative", null);
    }

    /** JSON's null gets past the parser. */
    private static void present(@Nullable Object value, String field) throws BadFrame {
        require(value != null, field + ": missing", null);
    }

    private static void require(boolean holds, String message, @Nullable String id) throws BadFrame {
        if (!holds) {
            throw new BadFrame(message, id);
        }
    }

    /** What is wrong and where, in our own words: the parser's would quote the customer. */
    private static String explain(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException e -> at(e) + ": unknown field";
            case InvalidTypeIdException e ->
                at(e) + (e.getTypeId() == null ? ": t or kind is missing" : ": unknown kind of frame or content");
            case JsonMappingException e -> at(e) + ": missing or of the wrong type";
            default -> "not JSON";
        };
    }

    private static String at(JsonMappingException fault) {
        List<JsonMappingException.Reference> path = fault.getPath();
        String at = path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return at.isEmpty() ? "frame" : at.length() > 80 ? at.substring(0, 80) : at;
    }

    private static @Nullable String idOf(String text) {
        try {
            String id = MAPPER.readTree(text).path("id").asText("");
            return Ids.isId(id) ? id : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
