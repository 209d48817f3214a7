package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.Carrier;
import io.attune.channel.Delivery;
import io.attune.channel.Letter;
import io.attune.channel.Piece;
import io.attune.channel.Shows;
import io.attune.channel.whatsapp.GraphApi.Answer;
import io.attune.channel.whatsapp.Lines.Line;
import io.attune.channel.whatsapp.store.PeerStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Letters to WhatsApp. A route is a {@link Peer}'s id. */
@Singleton
public class WhatsAppCarrier implements Carrier {
    static final String CHANNEL = "whatsapp";

    private static final Logger LOG = Logger.getLogger(WhatsAppCarrier.class);
    /** Ahead of the ids of letters, so that news of a template is not taken for news of one. */
    private static final String TEMPLATE = "template.";

    private final Lines lines;
    private final PeerStore peers;
    private final GraphApi api;
    private final Pace pace;
    private final WhatsAppConfig config;
    private final Clock clock;

    public WhatsAppCarrier(Lines lines, PeerStore peers, GraphApi api, Pace pace, WhatsAppConfig config, Clock clock) {
        this.lines = lines;
        this.peers = peers;
        this.api = api;
        this.pace = pace;
        this.config = config;
        this.clock = clock;
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
        Optional<Peer> peer = peers.find(letter.route());
        Optional<Line> line = peer.flatMap(found -> lines.find(found.line()));
        if (peer.isEmpty() || line.isEmpty()) {
            return new Delivery.Refused(peer.isEmpty() ? "gone" : "no_line");
        }
        Optional<Duration> wait = pace.wait(line.get(), letter.route());
        if (wait.isPresent()) {
            return new Delivery.Paced(wait.get());
        }
        if (!clock.instant().isBefore(peer.get().windowUntil())) {
            return windowOver(peer.get(), line.get());
        }
        return sent(line.get(), peer.get(), Wire.message(peer.get(), piece, letter.id()));
    }

    private Delivery sent(Line line, Peer peer, ObjectNode message) {
        Delivery delivery = read(line, api.post(line, message));
        if (delivery instanceof Delivery.Held) {
            peers.windowOver(peer.id(), clock.instant());
            askToWrite(peer, line);
        }
        return delivery;
    }

    private static Delivery read(Line line, Answer answer) {
        return switch (answer) {
            case Answer.Fine fine -> {
                String id = fine.body().path("messages").path(0).path("id").asText("");
                yield id.isEmpty() ? new Delivery.Unknown("no_id") : new Delivery.Accepted(id);
            }
            case Answer.Lost lost ->
                lost.sent() ? new Delivery.Unknown("lost") : new Delivery.NotNow("unreachable", null);
            case Answer.Fault fault -> {
                if (Faults.isAccount(fault.code(), fault.status())) {
                    LOG.errorf("whatsapp %s: the provider refuses our token or account, code %d", line, fault.code());
                }
                // A refusal without a code of theirs is of something in between: a proxy, an outage.
                yield fault.code() < 0 && fault.status() < 500
                        ? new Delivery.NotNow("http_" + fault.status(), null)
                        : Faults.meaning(fault.code(), fault.status());
            }
        };
    }

    private Delivery windowOver(Peer peer, Line line) {
        askToWrite(peer, line);
        return new Delivery.Held("window_over");
    }

    /** Once for each window: a template is the only thing that may be sent now. */
    private void askToWrite(Peer peer, Line line) {
        config.template().filter(name -> peers.mayAsk(peer)).ifPresent(name -> {
            Answer answer = api.post(line, Wire.template(peer, name, line.language(), TEMPLATE + peer.id()));
            if (answer instanceof Answer.Fault fault) {
                LOG.errorf("whatsapp %s: the template is refused, code %d", line, fault.code());
            }
        });
    }
}
