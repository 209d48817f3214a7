package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.message.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id of the agent; customers and bots have none on the wire
 * @param name to show
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sender(
        Role role, @Nullable String id, @Nullable String name) {
    public static final Sender CUSTOMER = new Sender(Role.CUSTOMER, null, null);
    public static final Sender BOT = new Sender(Role.BOT, null, null);
    public static final Sender SYSTEM = new Sender(Role.SYSTEM, null, null);

    public static Sender agent(String id, @Nullable String name) {
        return new Sender(Role.AGENT, id, name);
    }
}
