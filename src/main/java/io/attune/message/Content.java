package io.attune.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says, as it travels in {@code care.v1} and as it stands in the log: told apart by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Picked.class, name = "choice"),
    @JsonSubTypes.Type(value = Content.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Content.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = Content.Csat.class, name = "csat"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Content {
    /** The longest text of one message, in characters. */
    int MAX_TEXT = 4096;

    /** The words of it, as a person would read them; empty where there are none. */
    @JsonIgnore
    String words();

    /** Plain words, from anyone. */
    record Text(
            String text, @Nullable String format, @Nullable String lang) implements Content {
        public Text(String text) {
            this(text, null, null);
        }

        @Override
        public String words() {
            return text;
        }
    }

    /** The customer picked a choice. {@code text} is its title, added when it was offered in this conversation. */
    record Picked(String choiceId, @Nullable String text) implements Content {
        @Override
        public String words() {
            return text == null ? "" : text;
        }
    }

    /** Words with at most ten answers to pick from. */
    record Choices(
            String text, List<Choice> choices, @Nullable String lang) implements Content {
        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public String words() {
            return text;
        }
    }

    /** A line about the conversation rather than in it, such as "Ana has joined". */
    record Notice(String text) implements Content {
        @Override
        public String words() {
            return text;
        }
    }

    /** The question how the contact was, 1 to 5. */
    record Csat(String text) implements Content {
        @Override
        public String words() {
            return text;
        }
    }
}
