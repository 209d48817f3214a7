package io.attune.channel.deepchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.exchange.Exchange;
import io.attune.channel.exchange.Said;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST /chat/deepchat}: one message, and all there is to say to it; as a stream where one is asked for. */
@Path("/chat/deepchat")
@Blocking
class DeepChatResource {
    private static final int A_YEAR_SECONDS = 365 * 24 * 3600;

    private final Guest guest;
    private final Exchange exchange;
    private final ObjectMapper json;

    DeepChatResource(Guest guest, Exchange exchange, ObjectMapper json) {
        this.guest = guest;
        this.exchange = exchange;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> say(
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Accept") @Nullable String accept,
            @CookieParam(Guest.COOKIE) @Nullable String cookie,
            @Context HttpServerRequest http,
            byte[] body) {
        try {
            Request request = Request.read(body, json);
            String host = http.authority() == null ? null : http.authority().toString();
            Guest.Admitted admitted = guest.admit(new Guest.Shown(origin, host, authorization, cookie), request);
            boolean stream = accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
            String id = request.id() == null ? UUID.randomUUID().toString() : request.id();
            return exchange.ask(admitted.party(), admitted.party().sender() + " " + id, request.text())
                    .thenApply(said -> answer(said, stream, admitted, "https".equals(http.scheme())));
        } catch (ProblemException refused) {
            throw shown(refused);
        }
    }

    /** Files, which are sent as a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response files() {
        throw shown(new ProblemException(Problem.of(415, "This chat takes text and no files; nothing was sent.")));
    }

    private Response answer(List<Said> said, boolean stream, Guest.Admitted admitted, boolean secure) {
        var response = stream
                ? Response.ok(said.stream()
                                .flatMap(one -> Reply.words(one).stream())
                                .map(reply -> "data: " + write(reply) + "\n\n")
                                .collect(Collectors.joining()))
                        .type(MediaType.SERVER_SENT_EVENTS)
                : Response.ok(write(said.stream()
                                .flatMap(one -> Reply.withButtons(one).stream())
                                .toList()))
                        .type(MediaType.APPLICATION_JSON);
        admitted.newSecret()
                .ifPresent(secret -> response.cookie(new NewCookie.Builder(Guest.COOKIE)
                        .value(secret)
                        .path("/chat/deepchat")
                        .maxAge(A_YEAR_SECONDS)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build()));
        return response.build();
    }

    /** The component shows the customer what stands in {@code error}. */
    static ProblemException shown(ProblemException refused) {
        return new ProblemException(
                refused.problem().with("error", refused.problem().detail()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a reply", e);
        }
    }
}
