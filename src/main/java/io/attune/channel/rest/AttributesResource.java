package io.attune.channel.rest;

import io.attune.access.Roles;
import io.attune.conversation.Appended;
import io.attune.conversation.Header;
import io.attune.message.Ids;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import io.attune.turn.Reception;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a page or app tells of a conversation, for agents to see as what it is: not verified. */
@Path("/api/v1/conversations/{conv}/attributes")
@RolesAllowed(Roles.CUSTOMER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class AttributesResource {
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final OwnConversations own;
    private final Reception reception;

    AttributesResource(OwnConversations own, Reception reception) {
        this.own = own;
        this.reception = reception;
    }

    record Described(long seq) {}

    /** @param given by name; {@code null} takes one away */
    @PUT
    public CompletionStage<Described> describe(
            @PathParam("conv") String conv, @Nullable Map<String, @Nullable String> given) {
        Header header = own.find(conv);
        return reception.describe(header.id(), checked(given)).thenApply(appended -> switch (appended) {
            case Appended.Done done -> new Described(done.firstSeq());
            case Appended.Duplicate dup -> new Described(dup.seq());
            case Appended.Unknown u -> throw OwnConversations.notFound();
            case Appended.Refused r -> throw ProblemException.conflict("the conversation does not take this");
            case Appended.IdConflict c -> throw ProblemException.conflict("other attributes have this id");
        });
    }

    private static Map<String, String> checked(@Nullable Map<String, @Nullable String> given) {
        int count = given == null ? 0 : given.size();
        Faults faults = new Faults().need(count >= 1 && count <= MOST, "body", "must have 1 to " + MOST + " fields");
        var attributes = new TreeMap<String, String>();
        if (given != null) {
            given.forEach((name, value) -> {
                String text = value == null ? "" : value;
                faults.need(Ids.isId(name), "body", "names must be 1 to 64 of A-Za-z0-9_.:-")
                        .need(text.length() <= LONGEST, name, "at most " + LONGEST + " characters");
                attributes.put(name, text);
            });
        }
        faults.refuseIfAny();
        return attributes;
    }
}
