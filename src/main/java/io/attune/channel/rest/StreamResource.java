package io.attune.channel.rest;

import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Follower;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A conversation as server-sent events: {@code id} is the seq, so that a browser resumes by itself. */
@Path("/api/v1/conversations/{conv}/stream")
@RolesAllowed(Roles.CUSTOMER)
class StreamResource {
    /** Proxies drop a stream that is silent for long, and a dropped client is noticed by writing to it. */
    private static final long HEARTBEAT_MS = 20_000;

    private final ConversationLog log;
    private final LiveFeed feed;
    private final Current current;
    private final Vertx vertx;

    StreamResource(ConversationLog log, LiveFeed feed, Current current, Vertx vertx) {
        this.log = log;
        this.feed = feed;
        this.current = current;
        this.vertx = vertx;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public void stream(
            @PathParam("conv") String conv,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Header header = log.header(conv)
                .filter(found -> current.caller().owns(found.customer()))
                .orElseThrow(() -> ProblemException.notFound("no such conversation"));
        long after = after(last);
        Follower follower =
                Follower.follow(log, feed, header.id(), after, entries -> send(header.id(), entries, sink, sse));
        vertx.setPeriodic(HEARTBEAT_MS, timer -> {
            if (sink.isClosed()) {
                vertx.cancelTimer(timer);
                follower.close();
            } else {
                sink.send(sse.newEventBuilder().comment("still here").build());
            }
        });
    }

    private static CompletionStage<Void> send(String conv, List<Entry> entries, SseEventSink sink, Sse sse) {
        CompletionStage<?> sent = CompletableFuture.completedStage(null);
        for (Entry entry : entries) {
            if (sink.isClosed()) {
                return CompletableFuture.failedStage(new IllegalStateException("the stream is closed"));
            }
            sent = sink.send(sse.newEventBuilder()
                    .id(Long.toString(entry.seq()))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(Frame.class, Frame.forCustomer(conv, entry))
                    .build());
        }
        return sent.thenAccept(nothing -> {});
    }

    private static long after(@Nullable String last) {
        try {
            return last == null ? 0 : Math.max(0, Long.parseLong(last));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("Last-Event-ID", "must be the id of an event, a number");
        }
    }
}
