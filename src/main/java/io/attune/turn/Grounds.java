package io.attune.turn;

import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a turn's decision was made from: all of it, so that the same decider comes to the same decision.
 *
 * @param occasion what was to be decided
 * @param returned whether people had the conversation since the last turn
 * @param moved whether it had gone by other dialogs until this turn
 * @param instruction of the agent who gave it back
 * @param dialogs the version of the situation's dialogs
 */
record Grounds(
        Occasion occasion,
        boolean returned,
        boolean moved,
        @Nullable String instruction,
        String dialogs,
        Situation situation) {

    /** What a turn is for. */
    enum Occasion {
        GREETING,
        ANSWER,
        /** an agent gave the conversation back */
        WELCOME_BACK,
        /** the conversation waited for an agent in vain */
        NOBODY_CAME
    }

    /** The same after another course of the conversation: {@code before} is as its last decision left the memory. */
    Grounds after(Memory before) {
        Memory start = Decider.startingFrom(before, returned, moved, situation.dialogs());
        return new Grounds(occasion, returned, moved, instruction, dialogs, situation.with(start));
    }

    Decision decide(Decider decider) {
        return switch (occasion) {
            case GREETING -> decider.greet(situation);
            case ANSWER -> moved ? decider.decideOnOthers(situation) : decider.decide(situation);
            case WELCOME_BACK -> decider.welcomeBack(situation, Optional.ofNullable(instruction));
            case NOBODY_CAME -> decider.nobodyCame(situation);
        };
    }
}
