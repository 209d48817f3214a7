package io.attune.turn;

import io.attune.conversation.Conversation;
import io.attune.decision.Decision;
import io.attune.decision.policy.Reason;
import io.attune.message.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the bot would do next, told to the agent who has the conversation. Has no effect. */
@ApplicationScoped
public class Advisor {
    private final SituationReader situations;
    private final Thinking thinking;

    Advisor(SituationReader situations, Thinking thinking) {
        this.situations = situations;
        this.thinking = thinking;
    }

    /**
     * @param kind of the decision, such as {@code remedy} or {@code ask}
     * @param dialog that it belongs to
     * @param remedy where it is one
     * @param text as the bot would say it, in the customer's language
     * @param why the chief reasons
     */
    public record Advice(
            String kind, @Nullable String dialog, @Nullable String remedy, String text, String why) {}

    /** Empty where the bot would do nothing but hand over. */
    public Optional<Advice> next(Conversation conversation) {
        return thinking.advise(conversation, situations.look(conversation))
                .filter(decision -> decision.errand() == null && !decision.say().isEmpty())
                .map(Advisor::advice);
    }

    private static Advice advice(Decision decision) {
        return new Advice(
                decision.kind().code(),
                decision.dialog(),
                decision.remedy(),
                decision.say().stream().map(Content::words).collect(Collectors.joining("\n\n")),
                decision.reasons().stream().limit(2).map(Advisor::words).collect(Collectors.joining("; ")));
    }

    private static String words(Reason reason) {
        return reason.what() + ": " + reason.value();
    }
}
