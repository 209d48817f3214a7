package io.attune.channel.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.channel.TimedSignature;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** {@code POST /webhooks/chatwoot}: answered when what it says is stored; the bot's answer goes out by itself. */
@Path("/webhooks/chatwoot")
@Consumes(MediaType.WILDCARD)
@Blocking
class WebhookResource {
    private static final int LARGEST = 1024 * 1024;

    private final ChatwootConfig config;
    private final Bridge bridge;
    private final Clock clock;

    WebhookResource(ChatwootConfig config, Bridge bridge, Clock clock) {
        this.config = config;
        this.bridge = bridge;
        this.clock = clock;
    }

    @POST
    public void signed(
            @HeaderParam("X-Chatwoot-Signature") @Nullable String signature,
            @HeaderParam("X-Chatwoot-Timestamp") @Nullable String timestamp,
            byte[] body) {
        if (!TimedSignature.genuine(signature, timestamp, body, secret(), clock.instant(), config.freshFor())) {
            throw ProblemException.unauthorized(
                    "The signature is missing, wrong or too old: see attune.chatwoot.secret.");
        }
        take(body);
    }

    @POST
    @Path("{secret}")
    public void unsigned(@PathParam("secret") String shown, byte[] body) {
        if (!TimedSignature.same(shown, secret()) || !config.unsigned()) {
            throw ProblemException.notFound("There is nothing at this address.");
        }
        take(body);
    }

    private String secret() {
        return config.url()
                .flatMap(url -> config.secret())
                .orElseThrow(() -> ProblemException.notFound("There is nothing at this address."));
    }

    private void take(byte[] body) {
        News.read(read(body)).ifPresent(bridge::take);
    }

    private static JsonNode read(byte[] body) {
        if (body.length > LARGEST) {
            throw new ProblemException(Problem.of(413, "A webhook has at most 1 MB."));
        }
        try {
            JsonNode hook = Wire.JSON.readTree(body);
            if (hook != null && hook.isObject()) {
                return hook;
            }
        } catch (IOException e) {
            throw ProblemException.badRequest("body", "not well-formed JSON");
        }
        throw ProblemException.badRequest("body", "must be a JSON object");
    }
}
