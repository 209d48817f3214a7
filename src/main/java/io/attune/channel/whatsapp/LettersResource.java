package io.attune.channel.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.channel.Letter;
import io.attune.channel.Outbox;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For agents: how long WhatsApp takes free text in a conversation, and what became of each message. */
@Path("/api/v1/agent/conversations/{conv}/whatsapp")
@RolesAllowed({"agent", "supervisor"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class LettersResource {
    private final ConversationLog log;
    private final PeerStore peers;
    private final Outbox outbox;

    LettersResource(ConversationLog log, PeerStore peers, @Named(WhatsAppCarrier.CHANNEL) Outbox outbox) {
        this.log = log;
        this.peers = peers;
        this.outbox = outbox;
    }

    /** @param windowUntil free text may be sent until then; none when the customer never wrote on WhatsApp */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(@Nullable Instant windowUntil, List<Sent> messages) {}

    /** @param state waiting, held, sending, unknown, sent, failed, delivered or read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(long seq, int part, String state, @Nullable String fault) {}

    @GET
    public View get(@PathParam("conv") String conv) {
        Header header = log.header(conv).orElseThrow(() -> ProblemException.notFound("no conversation " + conv));
        Instant window = peers.ofCustomer(header.customer()).stream()
                .map(Peer::windowUntil)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new View(
                window,
                outbox.letters(conv, 0).stream().map(LettersResource::sent).toList());
    }

    private static Sent sent(Letter letter) {
        return new Sent(letter.seq(), letter.part(), letter.state().code(), letter.fault());
    }
}
