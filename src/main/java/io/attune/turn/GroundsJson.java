package io.attune.turn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import io.attune.dialog.DialogBook;
import java.io.IOException;
import java.util.Optional;

/**
 * How a turn's grounds are kept. Left out is what stands elsewhere: the dialogs, which are a version's, and the memory, which
 * the turn before has left.
 */
final class GroundsJson {
    private static final String BOOK = "book";
    private static final String MEMORY = "memory";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // The zone of a time is not looked at, but it is told from a time that is the same moment elsewhere.
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectWriter WRITER =
            MAPPER.copy().addMixIn(Situation.class, Kept.class).writerFor(Grounds.class);
    private static final ObjectReader READER = MAPPER.copy()
            .registerModule(new SimpleModule()
                    .addDeserializer(DialogBook.class, new Given<DialogBook>(BOOK))
                    .addDeserializer(Memory.class, new Given<Memory>(MEMORY)))
            .readerFor(Grounds.class);

    private GroundsJson() {}

    private interface Kept {
        @JsonIgnore
        Memory memory();

        @JsonIgnore
        DialogBook dialogs();
    }

    /** What is not in the text but given along with it. */
    private static final class Given<T> extends JsonDeserializer<T> {
        private final String name;

        Given(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            parser.skipChildren();
            return getNullValue(context);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T getNullValue(DeserializationContext context) {
            return (T) context.getAttribute(name);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return context.getAttribute(name);
        }
    }

    static String write(Grounds grounds) {
        try {
            return WRITER.writeValueAsString(grounds);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("a turn's grounds cannot be written down", e);
        }
    }

    /**
     * The grounds, with these dialogs and this memory in place of the turn's own.
     *
     * @return empty where they were written by a version of Attune that knew other things
     */
    static Optional<Grounds> read(String grounds, DialogBook dialogs, Memory memory) {
        try {
            return Optional.of(READER.withAttribute(BOOK, dialogs)
                    .withAttribute(MEMORY, memory)
                    .readValue(grounds));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
