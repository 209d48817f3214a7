package io.attune.handoff;

import java.util.List;

/**
 * Something that not every agent can do.
 *
 * @param intents of conversations that need it
 */
public record Skill(String id, String name, List<String> intents) {
    public Skill {
        intents = List.copyOf(intents);
    }
}
