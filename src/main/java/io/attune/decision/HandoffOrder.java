package io.attune.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.decision.policy.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Puts the conversation into the queue.
 *
 * @param sentence why, for the agent, in English
 * @param rule id of the hard rule that asked for it; null when figures or the plan did
 * @param priority 0 for everyone; higher is served first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffOrder(
        ReasonCode code, String sentence, @Nullable String rule, int priority) {}
