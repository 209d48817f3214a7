package io.attune.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.message.Choice;
import io.attune.message.Compose;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a conversation: the fold of its log. Its size is bounded, so that a turn costs the same in a long
 * conversation as in a short one.
 *
 * @param language none until somebody has said something
 * @param memory what the dialog remembers; opaque here
 * @param unanswered customer messages that the bot has not answered, oldest first, at most {@link #UNANSWERED}
 * @param recent the last messages of anybody, oldest first, at most {@link #RECENT}
 * @param offered the choices of the last message that had some
 * @param spokenAt when bot or agent last spoke
 * @param handoff the latest request for a person
 * @param returned an agent gave it back and the bot has not spoken since
 * @param failed why nobody could take it, a code, until the bot has spoken
 * @param instruction of the agent who gave the conversation back, until the bot has spoken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        Header header,
        @Nullable Language language,
        @Nullable JsonNode memory,
        List<Heard> unanswered,
        List<Said> recent,
        List<Choice> offered,
        @Nullable Instant spokenAt,
        @Nullable HandoffRequested handoff,
        boolean returned,
        @Nullable String instruction,
        @Nullable String failed) {
    static final int RECENT = 12;
    static final int UNANSWERED = 50;

    /**
     * A customer message.
     *
     * @param latencyMs since bot or agent last spoke
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Heard(
            long seq,
            Instant at,
            Content content,
            @Nullable Compose compose,
            @Nullable Long latencyMs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(
            long seq, Role role, String text, @Nullable Instant at) {}

    public Conversation {
        unanswered = List.copyOf(unanswered);
        recent = List.copyOf(recent);
        offered = List.copyOf(offered);
    }

    public static Conversation start(Header header, @Nullable Language language) {
        return new Conversation(header, language, null, List.of(), List.of(), List.of(), null, null, false, null, null);
    }

    /** The fold: what it is after {@code entry}, which must be the next. */
    public Conversation next(Entry entry) {
        Header after = header.next(entry);
        Conversation noted = entry.turn() == null ? with(after) : with(after, entry.turn());
        return switch (entry.event()) {
            case Message m -> noted.said(entry, m);
            case HandoffJoined j -> noted.withUnanswered(List.of());
            case HandoffRequested r -> noted.requested(r);
            case HandoffReturned r -> noted.returned(true, r.instruction(), null);
            case HandoffFailed f -> noted.returned(true, null, f.reason());
            default -> after.isPending() ? noted : noted.withUnanswered(List.of());
        };
    }

    public Conversation next(List<Entry> entries) {
        Conversation state = this;
        for (Entry entry : entries) {
            state = state.next(entry);
        }
        return state;
    }

    private Conversation said(Entry entry, Message message) {
        List<Said> latest =
                appended(recent, new Said(entry.seq(), message.from().role(), words(message), entry.at()), RECENT);
        if (message.from().role() == Role.CUSTOMER) {
            Long latency = spokenAt == null ? null : entry.at().toEpochMilli() - spokenAt.toEpochMilli();
            Heard heard = new Heard(entry.seq(), entry.at(), message.content(), message.compose(), latency);
            return with(
                    header.isPending() ? appended(unanswered, heard, UNANSWERED) : List.of(),
                    latest,
                    offered,
                    spokenAt);
        }
        List<Heard> open = unanswered.stream()
                .filter(heard -> heard.seq() > header.answered())
                .toList();
        List<Choice> choices = message.content() instanceof Content.Choices c ? c.choices() : offered;
        Conversation spoken = with(open, latest, choices, entry.at());
        return message.from().role() == Role.BOT && !header.isPending() ? spoken.returned(false, null, null) : spoken;
    }

    private String words(Message message) {
        return message.content() instanceof Content.Picked picked && picked.text() == null
                ? titleOf(picked.choiceId())
                : message.content().words();
    }

    /** The label under which a choice was offered; its id when it was not. */
    public String titleOf(String choiceId) {
        return offered.stream()
                .filter(choice -> choice.id().equals(choiceId))
                .map(Choice::title)
                .findFirst()
                .orElse(choiceId);
    }

    /** Since when the customer's words have had no answer of a person; null when there are none. */
    public @Nullable Instant waitsSince() {
        Instant since = null;
        for (Said said : recent.reversed()) {
            if (said.role() == Role.AGENT) {
                break;
            }
            since = said.role() == Role.CUSTOMER ? said.at() : since;
        }
        return since;
    }

    /** Whether one of the last messages is a person's. */
    public boolean hasPersonSpoken() {
        return recent.stream().anyMatch(said -> said.role() == Role.AGENT);
    }

    private static <T> List<T> appended(List<T> list, T item, int limit) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer.size() > limit ? longer.subList(longer.size() - limit, longer.size()) : longer;
    }

    private Conversation with(Header next) {
        return new Conversation(
                next, language, memory, unanswered, recent, offered, spokenAt, handoff, returned, instruction, failed);
    }

    private Conversation with(Header next, TurnRecord turn) {
        return new Conversation(
                next,
                turn.language(),
                turn.memory(),
                unanswered,
                recent,
                offered,
                spokenAt,
                handoff,
                returned,
                instruction,
                failed);
    }

    private Conversation with(List<Heard> open, List<Said> latest, List<Choice> choices, @Nullable Instant spoken) {
        return new Conversation(
                header, language, memory, open, latest, choices, spoken, handoff, returned, instruction, failed);
    }

    private Conversation requested(HandoffRequested request) {
        return new Conversation(
                header,
                language,
                memory,
                unanswered,
                recent,
                offered,
                spokenAt,
                request,
                returned,
                instruction,
                failed);
    }

    private Conversation withUnanswered(List<Heard> open) {
        return with(open, recent, offered, spokenAt);
    }

    private Conversation returned(boolean back, @Nullable String instruction, @Nullable String failed) {
        return new Conversation(
                header, language, memory, unanswered, recent, offered, spokenAt, handoff, back, instruction, failed);
    }
}
