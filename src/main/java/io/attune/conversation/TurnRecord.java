package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a bot turn leaves behind. This room keeps it and does not look inside: the words belong to the rooms that think.
 *
 * @param replyTo seq of the latest customer message that the turn read; none for a greeting
 * @param language the conversation's language from here on
 * @param memory what the dialog remembers of this conversation
 * @param trace what was understood, estimated and decided, and why
 * @param dialogs the version of the dialogs that it went by; null where it went by none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnRecord(
        @Nullable Long replyTo,
        Language language,
        JsonNode memory,
        JsonNode trace,
        @Nullable String dialogs) {}
