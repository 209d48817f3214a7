package io.attune.channel.directline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v3/directline/tokens}: a token for one conversation, so that a page need not know the site's secret. */
@Path("/v3/directline/tokens")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class TokenResource {
    private static final int MOST_ORIGINS = 20;

    private final Gate gate;
    private final Conversations conversations;
    private final Tokens tokens;

    TokenResource(Gate gate, Conversations conversations, Tokens tokens) {
        this.gate = gate;
        this.conversations = conversations;
        this.tokens = tokens;
    }

    /** @param expiresIn seconds */
    record Token(
            String conversationId,
            String token,
            @JsonProperty("expires_in") long expiresIn) {}

    @POST
    @Path("generate")
    public Token generate(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            byte[] body) {
        if (!(gate.open(authorization, origin) instanceof Grant.OfSite site)) {
            throw Refusal.forbidden("A new token needs the secret; with a token, refresh it.");
        }
        ObjectNode asked = Json.object(body);
        String user = Sent.user(asked.path("user"), "user").orElse(null);
        return token(conversations.promise(site.site(), user, identity(asked), origins(asked)));
    }

    @POST
    @Path("refresh")
    public Token refresh(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin) {
        if (gate.open(authorization, origin) instanceof Grant.OfConversation token) {
            return token(token);
        }
        throw Refusal.forbidden("A secret is not refreshed; ask for a new token.");
    }

    private Token token(Grant.OfConversation grant) {
        return new Token(grant.conv(), tokens.token(grant), tokens.lastsSeconds());
    }

    private static @Nullable String identity(ObjectNode asked) {
        JsonNode identity = asked.path("identity");
        if (identity.isMissingNode() || identity.isNull()) {
            return null;
        }
        if (!identity.isTextual()) {
            throw Refusal.bad("identity", "must be a JWT");
        }
        return identity.asText();
    }

    private static List<String> origins(ObjectNode asked) {
        var origins = new ArrayList<String>();
        for (JsonNode origin : asked.path("trustedOrigins")) {
            if (!origin.isTextual() || origins.size() == MOST_ORIGINS) {
                throw Refusal.bad("trustedOrigins", "must be at most " + MOST_ORIGINS + " strings");
            }
            origins.add(origin.asText());
        }
        return origins;
    }
}
