package io.attune.channel.chatwoot;

import io.attune.channel.Carrier;
import io.attune.channel.Delivery;
import io.attune.channel.Letter;
import io.attune.channel.Piece;
import io.attune.channel.Shows;
import io.attune.channel.chatwoot.ChatwootApi.Answer;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Owner;
import io.attune.message.Role;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Letters to Chatwoot. Where the bot has asked for a person, the conversation is opened for the people there before the bot's
 * last word goes out: opening twice does no harm, saying twice does.
 */
@Singleton
class ChatwootCarrier implements Carrier {
    static final String CHANNEL = "chatwoot";

    private static final Logger LOG = Logger.getLogger(ChatwootCarrier.class);

    private final ChatwootApi api;
    private final ConversationLog log;

    ChatwootCarrier(ChatwootApi api, ConversationLog log) {
        this.api = api;
        this.log = log;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Shows shows() {
        return Wire.SHOWS;
    }

    @Override
    public Delivery deliver(Letter letter, Piece piece) {
        if (isTheirs(letter)) {
            return new Delivery.Accepted("theirs");
        }
        if (isForPeople(letter)) {
            Delivery opened = read(api.open(letter.route()));
            if (!(opened instanceof Delivery.Accepted)) {
                return opened instanceof Delivery.Unknown ? new Delivery.NotNow("open_lost", null) : opened;
            }
        }
        return read(api.say(letter.route(), Wire.message(piece, letter.id())));
    }

    /** What an agent said there, or that one joined there, is in the log for the record; it need not be told there. */
    private boolean isTheirs(Letter letter) {
        List<Entry> entries = log.read(letter.conv(), letter.seq() - 1, 1);
        return entries.stream()
                .map(entry -> entry.event().from())
                .anyMatch(from -> from.role() == Role.AGENT && Bridge.AGENT.equals(from.id()));
    }

    private boolean isForPeople(Letter letter) {
        return log.header(letter.conv())
                .filter(header -> header.owner() == Owner.QUEUE)
                .isPresent();
    }

    private static Delivery read(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> new Delivery.Accepted(done.id());
            case Answer.Lost lost ->
                lost.sent() ? new Delivery.Unknown("lost") : new Delivery.NotNow("unreachable", null);
            case Answer.Refused refused -> refused(refused.status(), refused.after());
        };
    }

    private static Delivery refused(int status, Optional<Duration> after) {
        if (status == 401 || status == 403) {
            LOG.errorf("chatwoot refuses our token (%d): see attune.chatwoot.token", status);
        }
        return switch (status) {
            case 404, 413, 422 -> new Delivery.Refused("http_" + status);
            default -> new Delivery.NotNow("http_" + status, after.orElse(null));
        };
    }
}
