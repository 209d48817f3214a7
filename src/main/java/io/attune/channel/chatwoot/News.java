package io.attune.channel.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a webhook of Chatwoot's tells us, as far as it concerns the bot. Fields that are not known are left alone. */
sealed interface News {
    /** Account and conversation, as Chatwoot numbers them: {@code 1:42}. */
    String route();

    /** What Chatwoot says of the conversation: who is to answer. */
    Status status();

    /** Whose turn it is. */
    enum Status {
        /** The bot's. */
        PENDING,
        /** A person's. */
        OPEN,
        RESOLVED,
        SNOOZED,
        /** Not told. */
        UNKNOWN;

        static Status of(JsonNode status) {
            return switch (status.asText("")) {
                case "pending" -> PENDING;
                case "open" -> OPEN;
                case "resolved" -> RESOLVED;
                case "snoozed" -> SNOOZED;
                default -> UNKNOWN;
            };
        }
    }

    /**
     * The customer said something.
     *
     * @param contact Chatwoot's id of the customer
     * @param identifier by which the provider's own site knows them, only where Chatwoot has verified it
     */
    record Said(
            String route,
            Status status,
            String id,
            String text,
            boolean hasFiles,
            String contact,
            @Nullable String identifier)
            implements News {}

    /** An agent there said something to the customer. */
    record AgentSaid(
            String route,
            Status status,
            String id,
            String text,
            @Nullable String name) implements News {}

    /** A message of our own has been taken in. @param letter our id of it */
    record Arrived(String route, Status status, String id, String letter) implements News {}

    /** The conversation has changed. @param agent to whom it is assigned */
    record Changed(String route, Status status, @Nullable String agent) implements News {}

    /** Empty for what is nothing to the bot. */
    static Optional<News> read(JsonNode hook) {
        return switch (hook.path("event").asText("")) {
            case "message_created" -> message(hook);
            case "conversation_status_changed",
                    "conversation_updated",
                    "conversation_opened",
                    "conversation_resolved" -> changed(hook);
            default -> Optional.empty();
        };
    }

    private static Optional<News> message(JsonNode hook) {
        JsonNode conversation = hook.path("conversation");
        Optional<String> route = route(hook.path("account").path("id"), number(conversation));
        String id = hook.path("id").asText("");
        if (route.isEmpty() || id.isEmpty() || hook.path("private").asBoolean(false)) {
            return Optional.empty();
        }
        Status status = Status.of(conversation.path("status"));
        JsonNode sender = hook.path("sender");
        String text = hook.path("content").asText("").strip();
        String letter = hook.path("content_attributes").path(Wire.OURS).asText("");
        return switch (hook.path("message_type").asText("")) {
            case "incoming" ->
                Optional.of(new Said(
                        route.get(),
                        status,
                        id,
                        text,
                        !hook.path("attachments").isEmpty(),
                        sender.path("id").asText(""),
                        identifier(conversation, sender)));
            case "outgoing" ->
                letter.isEmpty()
                        ? agentSaid(route.get(), status, id, text, sender)
                        : Optional.of(new Arrived(route.get(), status, id, letter));
            default -> Optional.empty();
        };
    }

    private static Optional<News> agentSaid(String route, Status status, String id, String text, JsonNode sender) {
        boolean person = "user".equals(sender.path("type").asText(""));
        return person && !text.isEmpty()
                ? Optional.of(new AgentSaid(route, status, id, text, name(sender)))
                : Optional.empty();
    }

    private static Optional<News> changed(JsonNode hook) {
        JsonNode account = hook.path("account").path("id");
        JsonNode messages = hook.path("messages").path(0).path("account_id");
        return route(account.isMissingNode() ? messages : account, number(hook))
                .map(route -> new Changed(
                        route,
                        Status.of(hook.path("status")),
                        name(hook.path("meta").path("assignee"))));
    }

    /** The number in addresses; older versions call it {@code display_id}. */
    private static JsonNode number(JsonNode conversation) {
        return conversation.has("display_id") ? conversation.path("display_id") : conversation.path("id");
    }

    private static Optional<String> route(JsonNode account, JsonNode conversation) {
        String route = account.asText("") + ":" + conversation.asText("");
        return route.matches("[0-9]{1,18}:[0-9]{1,18}") ? Optional.of(route) : Optional.empty();
    }

    private static @Nullable String identifier(JsonNode conversation, JsonNode sender) {
        boolean verified =
                conversation.path("contact_inbox").path("hmac_verified").asBoolean(false);
        String identifier = sender.path("identifier").asText("");
        return verified && !identifier.isEmpty() ? identifier : null;
    }

    private static @Nullable String name(JsonNode person) {
        String name = person.path("name").asText("").strip();
        return name.isEmpty() ? null : name.substring(0, Math.min(80, name.length()));
    }
}
