package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.decision.memory.Memory;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void is_written_and_read_back_unchanged_after_every_turn() throws Exception {
        Chat chat = Chat.begin().healthyLine().line("router.uptimeDays", "63");
        chat.greet();
        for (String[] turn : new String[][] {
            {"slow internet", "internet_slow"},
            {"everywhere", "oos"},
            {"no", "deny"},
            {"still slow", "still_broken"},
            {"why is my bill higher", "bill_explain"},
            {"no", "deny"},
            {"a person", "human_request"},
            {"hello", "greeting"}
        }) {
            chat.says(turn[0], turn[1]);
            String written = JSON.writeValueAsString(chat.memory());
            assertThat(JSON.readValue(written, Memory.class)).isEqualTo(chat.memory());
        }
        assertThat(chat.memory().topics()).isNotEmpty();
        assertThat(chat.memory().goal()).isNotNull();
    }

    @Test
    void the_empty_memory_too() throws Exception {
        assertThat(JSON.readValue(JSON.writeValueAsString(Memory.EMPTY), Memory.class))
                .isEqualTo(Memory.EMPTY);
    }

    @Test
    void a_decision_can_be_written_for_the_trace() throws Exception {
        Decision decision = Chat.begin().healthyLine().says("a person", "human_request");
        var tree = JSON.readTree(JSON.writeValueAsString(decision));
        assertThat(tree.path("kind").asText()).isEqualTo("handoff");
        assertThat(tree.path("handoff").path("code").asText()).isEqualTo("customer_asked");
        assertThat(tree.path("reasons")).isNotEmpty();
        assertThat(tree.path("reasons").get(0).path("what").asText()).isNotBlank();
    }
}
