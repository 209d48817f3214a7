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
    @JsonSubTypes.Type(value = Content.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Content.File.class, name = "file"),
    @JsonSubTypes.Type(value = Content.Audio.class, name = "audio"),
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

    /**
     * Something with bytes of its own, kept by the server and fetched from {@code url} by who may see it. Its words are what
     * was written with it, or nothing.
     */
    sealed interface Attached extends Content {
        /** Where to fetch it, relative to the server. */
        String url();

        /** Its media type, found from its bytes. */
        String mime();

        /** The file's name, fit to be shown. */
        String name();

        long bytes();

        /** What the sender wrote with it. */
        @Nullable
        String alt();

        @Override
        @JsonIgnore
        default String words() {
            String written = alt();
            return written == null ? "" : written;
        }

        /** The kind that fits the media type. */
        static Attached of(String url, String mime, String name, long bytes, @Nullable String alt) {
            if (mime.startsWith("image/")) {
                return new Image(url, mime, name, bytes, alt);
            }
            return mime.startsWith("audio/")
                    ? new Audio(url, mime, name, bytes, alt)
                    : new File(url, mime, name, bytes, alt);
        }
    }

    /** A picture. */
    record Image(
            String url,
            String mime,
            String name,
            long bytes,
            @Nullable String alt) implements Attached {}

    /** A document, or anything else that is kept. */
    record File(
            String url,
            String mime,
            String name,
            long bytes,
            @Nullable String alt) implements Attached {}

    /** Something to listen to. */
    record Audio(
            String url,
            String mime,
            String name,
            long bytes,
            @Nullable String alt) implements Attached {}
}
