package io.attune.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.aptitude.Beliefs;
import io.attune.conversation.Conversation;
import io.attune.conversation.TurnRecord;
import io.attune.decision.memory.Asked;
import io.attune.decision.memory.Memory;
import io.attune.message.Language;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** How the thinking rooms' words are kept in the log and with the customer. */
@Singleton
public class TurnJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    TurnRecord record(Thought thought, @Nullable Long replyTo) {
        return new TurnRecord(
                replyTo,
                thought.language(),
                mapper.valueToTree(thought.decision().memory()),
                mapper.valueToTree(Trace.of(thought)),
                thought.grounds().dialogs());
    }

    /** Of a turn that could not be thought: the memory stays as it was. */
    TurnRecord gaveUp(Conversation conversation, Language language) {
        JsonNode memory = conversation.memory() == null ? mapper.valueToTree(Memory.EMPTY) : conversation.memory();
        var trace = mapper.createObjectNode();
        trace.putObject("decision")
                .put("kind", "handoff")
                .putArray("reasons")
                .addObject()
                .put("what", "failed turns")
                .put("value", "the assistant failed on these messages repeatedly");
        return new TurnRecord(conversation.header().lastCustomer(), language, memory, trace, null);
    }

    /** The dialog's memory of a conversation; an empty one where nothing was said yet. */
    public Memory memory(@Nullable JsonNode memory) {
        try {
            return memory == null ? Memory.EMPTY : mapper.treeToValue(memory, Memory.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a conversation's memory cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Whether the bot's last words offered a person, as the dialog's memory has it. */
    public boolean offersPerson(@Nullable JsonNode memory) {
        return memory != null
                && memory.path("talk").path("asked").path("prompt").asText().equals(Asked.Prompt.PERSON.code());
    }

    Beliefs.Kept beliefs(String json) {
        try {
            return json.isEmpty() ? Beliefs.Kept.NOTHING : mapper.readValue(json, Beliefs.Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "estimates cannot be read: " + e.getClass().getSimpleName());
        }
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write down " + value.getClass().getSimpleName(), e);
        }
    }
}
