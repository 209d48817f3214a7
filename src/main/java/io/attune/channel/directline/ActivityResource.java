package io.attune.channel.directline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.channel.directline.store.DirectLineStore.Opened;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The activities of a conversation: sent, and read by those who poll. */
@Path("/v3/directline/conversations/{conv}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ActivityResource {
    private static final Logger LOG = Logger.getLogger(ActivityResource.class);
    private static final int PORTION = 200;
    private static final String ACTIVITY = "activity";

    private final Gate gate;
    private final Conversations conversations;
    private final Posting posting;
    private final ConversationLog log;

    ActivityResource(Gate gate, Conversations conversations, Posting posting, ConversationLog log) {
        this.gate = gate;
        this.conversations = conversations;
        this.posting = posting;
        this.log = log;
    }

    /** @param id the same under which the activity comes back to the client */
    record Posted(String id) {}

    @POST
    @Path("activities")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Posted> post(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @PathParam("conv") String conv,
            byte[] body) {
        return post(gate.open(authorization, origin), conv, body);
    }

    private CompletionStage<Posted> post(Grant grant, String conv, byte[] body) {
        Opened opened = conversations.reach(grant, conv);
        ObjectNode activity = Json.object(body);
        conversations.goesBy(grant, opened, Sent.user(activity.path("from"), "from"));
        return posting.post(conv, activity).thenApply(Posted::new);
    }

    /** An activity with files beside it. Files cannot be taken: nothing of it is, rather than half. */
    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public CompletionStage<Posted> upload(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @PathParam("conv") String conv,
            MultipartFormDataInput form) {
        Grant grant = gate.open(authorization, origin);
        conversations.reach(grant, conv);
        if (form.getValues().keySet().stream().anyMatch(part -> !part.equals(ACTIVITY))) {
            throw Refusal.filesRefused();
        }
        FormValue activity = form.getValues().getOrDefault(ACTIVITY, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.bad(ACTIVITY, "this part is missing"));
        return post(grant, conv, bytes(activity));
    }

    private static byte[] bytes(FormValue part) {
        if (!part.isFileItem()) {
            return part.getValue().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream content = part.getFileItem().getInputStream()) {
            return content.readNBytes(Json.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came after the watermark. Never a failure of ours: a client that polls stops for good at the first 5xx, so
     * until the database is back there is nothing new.
     */
    @GET
    @Path("activities")
    public Activity.Group poll(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @PathParam("conv") String conv,
            @QueryParam("watermark") @Nullable String watermark) {
        Grant grant = gate.open(authorization, origin);
        try {
            conversations.reach(grant, conv);
            return since(conv, watermark);
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException e) {
            LOG.errorf(e, "conversation %s could not be read for a client that polls", conv);
            return new Activity.Group(List.of(), watermark == null ? "" : watermark);
        }
    }

    private Activity.Group since(String conv, @Nullable String watermark) {
        long head = log.header(conv).orElseThrow(Refusal::noConversation).head();
        long after = ActivityIds.after(watermark, head);
        List<Entry> entries = log.read(conv, after, PORTION);
        long last = entries.isEmpty() ? after : entries.getLast().seq();
        return new Activity.Group(conversations.activities(conv).of(entries), Long.toString(last));
    }
}
