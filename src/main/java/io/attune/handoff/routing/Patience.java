package io.attune.handoff.routing;

import java.time.Duration;

/**
 * How long a wish is kept to before anybody will do.
 *
 * @param forAgent one agent, who is there but busy
 * @param forSkill a skill, team or language that somebody there has
 */
public record Patience(Duration forAgent, Duration forSkill) {}
