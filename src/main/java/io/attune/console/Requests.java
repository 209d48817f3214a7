package io.attune.console;

import io.attune.message.Content;
import org.jspecify.annotations.Nullable;

/** Bodies of the agent API. Each may say what the agent had seen: {@code expectedSeq}. */
final class Requests {
    private Requests() {}

    record Claim(@Nullable Long expectedSeq) {}

    record Say(
            @Nullable Content content,
            @Nullable String id,
            @Nullable Long expectedSeq) {}

    record AddNote(@Nullable String text, @Nullable Long expectedSeq) {}

    record Transfer(
            @Nullable String to,
            @Nullable String note,
            @Nullable Long expectedSeq) {}

    record GiveBack(@Nullable String instruction, @Nullable Long expectedSeq) {}

    record Close(
            @Nullable String code,
            @Nullable String note,
            @Nullable Long expectedSeq) {}

    record SetPresence(
            io.attune.handoff.@Nullable PresenceState state,
            @Nullable Integer capacity) {}
}
