package io.attune.channel.rasa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.channel.Ladder;
import io.attune.channel.Piece;
import io.attune.channel.Shows;
import io.attune.channel.exchange.Exchange;
import io.attune.channel.exchange.Said;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /webhooks/rest}: as Rasa's REST channel. What is not known of a request is left alone. */
@Path("/webhooks/rest")
@Blocking
class RasaResource {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TEXT = 16_000;
    /** A title of any length, and the id as it is: clients send the payload back as the message. */
    private static final Shows SHOWS = new Shows(LONGEST_TEXT, new Shows.Menu(10, LONGEST_TEXT, 200, 0, 200), null);

    private final Door door;
    private final Exchange exchange;
    private final ObjectMapper json;

    RasaResource(Door door, Exchange exchange, ObjectMapper json) {
        this.door = door;
        this.exchange = exchange;
        this.json = json;
    }

    record Button(String title, String payload) {}

    /** One message to the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(
            @JsonProperty("recipient_id") String recipient,
            String text,
            @Nullable List<Button> buttons) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> health() {
        return Map.of("status", "ok");
    }

    /** @param stream one reply a line, as Rasa does it, instead of a list */
    @POST
    @Path("webhook")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> say(
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("stream") @Nullable String stream,
            byte[] body) {
        JsonNode request = read(body);
        String sender = text(request, "sender");
        String message = text(request, "message");
        var party = door.admit(authorization, sender);
        if (message == null || message.isBlank()) {
            throw ProblemException.badRequest("message", "must not be empty");
        }
        String id = text(request.path("metadata"), "message_id");
        boolean lines = "true".equalsIgnoreCase(stream);
        return exchange.ask(party, party.sender() + " " + (id == null ? UUID.randomUUID() : id), message)
                .thenApply(said -> answer(String.valueOf(sender), said, lines));
    }

    private Response answer(String sender, List<Said> said, boolean lines) {
        List<Reply> replies =
                said.stream().flatMap(one -> replies(sender, one).stream()).toList();
        return lines
                ? Response.ok(replies.stream().map(reply -> write(reply) + "\n").collect(Collectors.joining()))
                        .type(MediaType.SERVER_SENT_EVENTS)
                        .build()
                : Response.ok(write(replies)).type(MediaType.APPLICATION_JSON).build();
    }

    private static List<Reply> replies(String sender, Said said) {
        return Ladder.pieces(said.content(), SHOWS, said.language()).stream()
                .map(piece -> new Reply(sender, piece.text(), buttons(piece)))
                .toList();
    }

    private static @Nullable List<Button> buttons(Piece piece) {
        return piece instanceof Piece.Buttons offered
                ? offered.answers().stream()
                        .map(label -> new Button(label.title(), label.id()))
                        .toList()
                : null;
    }

    private JsonNode read(byte[] body) {
        if (body.length > LARGEST) {
            throw new ProblemException(io.attune.problem.Problem.of(413, "A message has at most 64 kB."));
        }
        try {
            JsonNode request = json.readTree(body);
            if (request != null && request.isObject()) {
                return request;
            }
        } catch (java.io.IOException e) {
            throw ProblemException.badRequest("body", "not well-formed JSON");
        }
        throw ProblemException.badRequest("body", "must be a JSON object");
    }

    private static @Nullable String text(JsonNode request, String name) {
        JsonNode field = request.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual()) {
            throw ProblemException.badRequest(name, "must be a string");
        }
        return field.asText();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a reply", e);
        }
    }
}
