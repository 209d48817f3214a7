package io.attune.turn;

import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Silence;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a turn's decision was made from: all of it, so that the same decider comes to the same decision.
 *
 * @param occasion what was to be decided
 * @param returned whether people had the conversation since the last turn
 * @param moved whether it had gone by other dialogs until this turn
 * @param instruction of the agent who gave it back
 * @param silent for whom the customer has not answered
 * @param dialogs the version of the situation's dialogs
 */
record Grounds(
        Occasion occasion,
        boolean returned,
        boolean moved,
        @Nullable String instruction,
        @Nullable Silent silent,
        String dialogs,
        Situation situation) {

    /** @param says whether the channel lets the bot write now */
    record Silent(Silence.Stage stage, boolean says) {}

    /** What a turn is for. */
    enum Occasion {
        GREETING,
        ANSWER,
        /** an agent gave the conversation back */
        WELCOME_BACK,
        /** the conversation waited for an agent in vain */
        NOBODY_CAME,
        /** the customer has not answered */
        SILENCE
    }

    /** The same after another course of the conversation: {@code before} is as its last decision left the memory. */
    Grounds after(Memory before) {
        Memory start = Decider.startingFrom(before, returned, moved, situation.dialogs());
        return new Grounds(occasion, returned, moved, instruction, silent, dialogs, situation.with(start));
    }

    Decision decide(Decider decider) {
        return switch (occasion) {
            case GREETING -> decider.greet(situation);
            case ANSWER -> moved ? decider.decideOnOthers(situation) : decider.decide(situation);
            case WELCOME_BACK -> decider.welcomeBack(situation, Optional.ofNullable(instruction));
            case SILENCE -> {
                Silent now = Objects.requireNonNull(silent);
                yield decider.afterSilence(situation, now.stage(), now.says());
            }
            case NOBODY_CAME -> decider.nobodyCame(situation);
        };
    }
}
