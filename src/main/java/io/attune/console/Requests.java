package io.attune.console;

import io.attune.handoff.PresenceState;
import io.attune.message.Content;
import org.jspecify.annotations.Nullable;

/** Bodies of the agent API. Each may say what the agent had seen: {@code expectedSeq}. */
final class Requests {
    private Requests() {}

    /** Of an action that needs no more. */
    record Plain(@Nullable Long expectedSeq) {}

    record Decline(@Nullable String reason, @Nullable Long expectedSeq) {}

    record Say(
            @Nullable Content content,
            @Nullable String id,
            @Nullable Long expectedSeq) {}

    record Text(@Nullable String text, @Nullable Long expectedSeq) {}

    record Transfer(
            @Nullable String to,
            @Nullable String note,
            @Nullable Long expectedSeq) {}

    record GiveBack(@Nullable String instruction, @Nullable Long expectedSeq) {}

    record Close(
            @Nullable String code,
            @Nullable String note,
            @Nullable Long expectedSeq) {}

    record FillCanned(@Nullable String id) {}

    record SetPresence(
            @Nullable PresenceState state, @Nullable Integer capacity) {}
}
