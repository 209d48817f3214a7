package io.attune.conversation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.TurnRecord;
import org.jspecify.annotations.Nullable;

/**
 * How entries and snapshots are written down. Apart from the wire's mapper: what is stored must stay readable when the
 * wire changes, and a field that a newer version has written is skipped, not refused.
 */
final class LogJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectReader EVENT = MAPPER.readerFor(ConversationEvent.class);
    private static final ObjectReader TURN = MAPPER.readerFor(TurnRecord.class);
    private static final ObjectReader STATE = MAPPER.readerFor(Conversation.class);

    private LogJson() {}

    static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write down " + value.getClass().getSimpleName(), e);
        }
    }

    static ConversationEvent event(String body) {
        return read(EVENT, body);
    }

    static @Nullable TurnRecord turn(@Nullable String turn) {
        return turn == null ? null : read(TURN, turn);
    }

    static Conversation state(String snapshot) {
        return read(STATE, snapshot);
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // its message would quote what a customer wrote
            throw new IllegalStateException(
                    "a stored entry cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
