package io.attune.channel.directline;

import io.attune.channel.Outward;
import io.attune.channel.directline.Activity.CardAction;
import io.attune.channel.directline.Activity.From;
import io.attune.channel.directline.Activity.SuggestedActions;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.HandoffFailed;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationEvent.HandoffReturned;
import io.attune.conversation.ConversationEvent.HandoffTransferred;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationEvent.Note;
import io.attune.conversation.ConversationEvent.Status;
import io.attune.conversation.Entry;
import io.attune.conversation.Frame;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a conversation's log as activities. What a customer has no use for is none.
 *
 * @param user the id that the client's user writes as
 * @param language of what is said here and stands in no log
 */
record Activities(String conv, String user, Supplier<Language> language) {
    /** The name of the bot where it writes; an agent's messages carry the agent's own name. */
    static final From BOT = new From("attune", "Assistant", "bot");

    private static final String HANDOFF = "handoff.status";

    /**
     * Nothing but words in several paragraphs: reads the same as Markdown, and clients show an empty line of plain text as
     * a paragraph more.
     */
    private static final Pattern PARAGRAPHS = Pattern.compile(
            "[^*_`#<>\\[\\]\\\\|~&\\n]+(\\n\\n[^-+*_`#<>\\[\\]\\\\|~&\\n\\d][^*_`#<>\\[\\]\\\\|~&\\n]*)+");

    List<Activity> of(List<Entry> entries) {
        return entries.stream().flatMap(entry -> of(entry).stream()).toList();
    }

    private List<Activity> of(Entry entry) {
        return switch (entry.event()) {
            case Message m -> List.of(message(entry, m));
            case HandoffRequested r -> List.of(event(entry, "handoff.initiate", data(entry)));
            case HandoffQueued q -> List.of(event(entry, HANDOFF, state("queued", data(entry))));
            case HandoffJoined j ->
                List.of(joined(entry, j), event(entry, HANDOFF, state("accepted", agent(j.from()))));
            case HandoffTransferred t -> List.of(event(entry, HANDOFF, state("transferred", Map.of())));
            case HandoffReturned r -> List.of(event(entry, HANDOFF, state("completed", Map.of())));
            case HandoffFailed f -> List.of(event(entry, HANDOFF, state("failed", data(entry))));
            case Closed c -> List.of(ended(entry, c));
            case ConversationEvent.CsatRequested q -> List.of(event(entry, "csat.requested", data(entry)));
            case Status s -> List.of();
            case Note n -> List.of();
            case ConversationEvent.Rated r -> List.of();
            case ConversationEvent.Described d -> List.of();
        };
    }

    /** Clients show no events: that a person answers from here on is said in words too. */
    private Activity joined(Entry entry, HandoffJoined joined) {
        Content notice = Outward.said(joined, language.get()).orElseThrow();
        return message(entry, new Message(Sender.SYSTEM, null, notice, null, null));
    }

    private Activity message(Entry entry, Message message) {
        Content content = message.content();
        boolean bot = message.from().role() != Role.CUSTOMER;
        Long replyTo = message.replyTo();
        return new Activity(
                "message",
                ActivityIds.of(conv, entry.seq()),
                entry.at(),
                Activity.CHANNEL,
                from(message.from()),
                new Activity.Id(conv),
                words(content),
                format(content),
                bot ? content instanceof Content.Choices ? "expectingInput" : "acceptingInput" : null,
                language(content),
                replyTo == null ? null : ActivityIds.of(conv, replyTo),
                content instanceof Content.Choices choices ? actions(choices) : null,
                null,
                null,
                null,
                channelData(entry, message.from(), message.cid()));
    }

    /** A file cannot be shown here; its name says that there is one. */
    private static String words(Content content) {
        return content instanceof Content.Attached file && file.words().isBlank() ? file.name() : content.words();
    }

    private static String format(Content content) {
        boolean markdown = content instanceof Content.Text text && "markdown".equals(text.format());
        return markdown || PARAGRAPHS.matcher(content.words()).matches() ? "markdown" : "plain";
    }

    private static @Nullable String language(Content content) {
        return switch (content) {
            case Content.Text t -> t.lang();
            case Content.Choices c -> c.lang();
            default -> null;
        };
    }

    /** The title is what comes back: every client can do that, and a customer may as well type it. */
    private static SuggestedActions actions(Content.Choices choices) {
        return new SuggestedActions(choices.choices().stream()
                .map(choice -> new CardAction("imBack", choice.title(), choice.title()))
                .toList());
    }

    private Activity event(Entry entry, String name, Map<String, Object> value) {
        return other(entry, "event", name, value, null);
    }

    private Activity ended(Entry entry, Closed closed) {
        return other(
                entry,
                "endOfConversation",
                null,
                null,
                closed.from().role() == Role.CUSTOMER ? "userCancelled" : "completedSuccessfully");
    }

    private Activity other(
            Entry entry, String type, @Nullable String name, @Nullable Object value, @Nullable String code) {
        ConversationEvent event = entry.event();
        return new Activity(
                type,
                ActivityIds.ofEvent(conv, entry.seq()),
                entry.at(),
                Activity.CHANNEL,
                from(event.from()),
                new Activity.Id(conv),
                null,
                null,
                null,
                null,
                null,
                null,
                name,
                value,
                code,
                channelData(entry, event.from(), null));
    }

    private From from(Sender sender) {
        return switch (sender.role()) {
            case CUSTOMER -> new From(user, null, "user");
            case AGENT -> person(sender);
            case BOT, SYSTEM -> BOT;
        };
    }

    private static From person(Sender sender) {
        return new From("agent-" + sender.id(), sender.name(), "bot");
    }

    private static Map<String, Object> channelData(Entry entry, Sender sender, @Nullable String cid) {
        var data = new LinkedHashMap<String, Object>();
        data.put("webchat:sequence-id", entry.seq());
        data.put("attune:role", sender.role().code());
        if (cid != null) {
            data.put("clientActivityID", ClientIds.restore(cid));
        }
        return data;
    }

    /** What the customer may see of it. */
    private Map<String, Object> data(Entry entry) {
        Map<String, Object> data = Frame.forCustomer(conv, entry).data();
        return data == null ? Map.of() : data;
    }

    private static Map<String, Object> agent(Sender sender) {
        return sender.name() == null ? Map.of() : Map.of("agent", sender.name());
    }

    private static Map<String, Object> state(String state, Map<String, Object> more) {
        var value = new LinkedHashMap<String, Object>();
        value.put("state", state);
        value.putAll(more);
        return value;
    }
}
