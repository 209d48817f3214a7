package io.attune.channel.helpdesk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.attune.message.Content;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent did in their own console.
 *
 * @param id the console's own of it, unique for all time: the same one is done once
 * @param text what is said or noted
 * @param instruction to the bot, with {@code return}
 * @param code how it ended, with {@code close}
 */
public record Deed(
        @Nullable String id,
        @Nullable String conv,
        @Nullable Kind action,
        @Nullable Agent agent,
        @Nullable String text,
        @Nullable String instruction,
        @Nullable String code) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_INSTRUCTION = 1000;

    /** @param name what the customer sees */
    public record Agent(@Nullable String id, @Nullable String name) {}

    /** What can be done. */
    public enum Kind {
        /** Takes a conversation that waits, or takes it over from the bot. */
        CLAIM,
        SAY,
        NOTE,
        /** Back to the bot. */
        RETURN,
        CLOSE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind read(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws io.attune.problem.ProblemException 400 with everything that is wrong */
    Deed checked() {
        boolean speaks = action == Kind.SAY || action == Kind.NOTE;
        new Faults()
                .need(isId(id), "id", "must be 1 to 64 of A-Za-z0-9_.:-")
                .need(isId(conv), "conv", "must be 1 to 64 of A-Za-z0-9_.:-")
                .need(action != null, "action", "must be one of claim, say, note, return, close")
                .need(agent != null && isId(agent.id()), "agent.id", "must be 1 to 64 of A-Za-z0-9_.:-")
                .need(
                        agent == null || agent.name() == null || fits(agent.name(), LONGEST_NAME),
                        "agent.name",
                        "must have 1 to " + LONGEST_NAME + " characters")
                .need(
                        !speaks || fits(text, Content.MAX_TEXT),
                        "text",
                        "must have 1 to " + Content.MAX_TEXT + " characters")
                .need(speaks || text == null, "text", "only with say and note")
                .need(
                        instruction == null || (action == Kind.RETURN && fits(instruction, LONGEST_INSTRUCTION)),
                        "instruction",
                        "only with return, at most " + LONGEST_INSTRUCTION + " characters")
                .need(
                        action == Kind.CLOSE ? fits(code, LONGEST_CODE) : code == null,
                        "code",
                        "with close, and only there: 1 to " + LONGEST_CODE + " characters")
                .refuseIfAny();
        return this;
    }

    private static boolean isId(@Nullable String text) {
        return text != null && Ids.isId(text);
    }

    private static boolean fits(@Nullable String text, int most) {
        return text != null && !text.isBlank() && text.length() <= most;
    }
}
