package io.attune.channel.directline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.directline.store.DirectLineStore.Opened;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /v3/directline/conversations}: starts a conversation, or comes back to one. */
@Path("/v3/directline/conversations")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ConversationResource {
    private static final int LONGEST_LOCALE = 35;

    private final Gate gate;
    private final Conversations conversations;
    private final Tokens tokens;
    private final Addresses addresses;
    private final ConversationLog log;

    ConversationResource(
            Gate gate, Conversations conversations, Tokens tokens, Addresses addresses, ConversationLog log) {
        this.gate = gate;
        this.conversations = conversations;
        this.tokens = tokens;
        this.addresses = addresses;
        this.log = log;
    }

    /** @param expiresIn seconds */
    record Started(
            String conversationId,
            String token,
            @JsonProperty("expires_in") long expiresIn,
            String streamUrl) {}

    /** 201 for a new one, 200 for the token's that was started before. Its stream begins with the first activity. */
    @POST
    public CompletionStage<Response> start(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Context HttpServerRequest request,
            byte[] body) {
        Grant grant = gate.open(authorization, origin);
        ObjectNode asked = Json.object(body);
        String user = Sent.user(asked.path("user"), "user").orElse(null);
        String locale = asked.path("locale").asText("");
        Grant.OfConversation narrow = switch (grant) {
            case Grant.OfConversation token -> token;
            case Grant.OfSite site -> conversations.promise(site.site(), null, null, List.of());
        };
        boolean there = log.header(narrow.conv()).isPresent();
        return conversations
                .start(narrow, user, locale.isEmpty() || locale.length() > LONGEST_LOCALE ? null : locale)
                .thenApply(header -> Response.status(there ? 200 : 201)
                        .entity(started(request, narrow, 0))
                        .build());
    }

    /** @param watermark where the stream goes on; without the parameter it has only what is new, empty is from the start */
    @GET
    @Path("{conv}")
    public Started comeBack(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @PathParam("conv") String conv,
            @QueryParam("watermark") @Nullable String watermark,
            @Context HttpServerRequest request) {
        Grant grant = gate.open(authorization, origin);
        Opened opened = conversations.reach(grant, conv);
        Header header = log.header(conv).orElseThrow(Refusal::noConversation);
        long after = watermark == null ? header.head() : ActivityIds.after(watermark, header.head());
        return started(request, conversations.narrow(grant, opened), after);
    }

    private Started started(HttpServerRequest request, Grant.OfConversation grant, long after) {
        return new Started(
                grant.conv(), tokens.token(grant), tokens.lastsSeconds(), addresses.of(request, grant, after));
    }
}
