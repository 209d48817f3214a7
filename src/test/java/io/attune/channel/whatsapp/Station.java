package io.attune.channel.whatsapp;

import io.attune.access.Secrets;
import io.attune.attachment.AttachmentsUnderTest;
import io.attune.channel.Outbox;
import io.attune.channel.Quick;
import io.attune.channel.store.OutboxStore;
import io.attune.channel.whatsapp.store.InboxStore;
import io.attune.channel.whatsapp.store.PeerStore;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.store.LogUnderTest;
import io.attune.customer.Customers;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Database;
import io.attune.turn.OpeningsUnderTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;

/** The whole channel as one process would have it, without a bot and without a container. */
final class Station implements AutoCloseable {
    final LiveFeed feed = new LiveFeed();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ConversationLog log;
    final PeerStore peers;
    final InboxStore inbox;
    final Outbox outbox;
    final Customers customers;
    private final Vertx vertx = Vertx.vertx();
    private final Arrivals arrivals;
    private final Courtesy courtesy;
    private final GraphApi api;
    private final HttpServer server;

    /** @param port of its webhook; 0 for any */
    Station(Database database, WhatsAppConfig config, int port) {
        Clock clock = Clock.systemUTC();
        var lines = new Lines(config, () -> false);
        log = LogUnderTest.open(database, feed, clock);
        peers = new PeerStore(database);
        inbox = new InboxStore(database);
        customers = new StoredCustomers(
                database, new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules());
        api = new GraphApi(lines, config);
        var pace = new Pace(config);
        var carrier = new WhatsAppCarrier(lines, peers, api, pace, config, clock);
        outbox = new Outbox(carrier, new OutboxStore(database), log, new Quick(), clock, meters);
        var remarks = new Remarks(log, lines);
        var attachments = AttachmentsUnderTest.of(database, 600_000);
        var files = new Files(attachments, AttachmentsUnderTest.limits(600_000), api, lines);
        courtesy = new Courtesy(lines, peers, api, log, feed, config);
        var hearing = new Hearing(
                new Acquaintance(peers, customers, new Secrets(), clock),
                peers,
                inbox,
                log,
                OpeningsUnderTest.of(log),
                OpeningsUnderTest.reception(log),
                outbox,
                remarks,
                files,
                attachments,
                courtesy,
                pace,
                config,
                clock);
        arrivals = new Arrivals(inbox, hearing, new News(outbox), config, clock, meters);
        Router router = Router.router(vertx);
        new WebhookRoute(lines, arrivals, meters, vertx).route(router);
        server = vertx.createHttpServer().requestHandler(router);
        server.listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        outbox.start(feed);
        arrivals.start(true);
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + WebhookRoute.PATH);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        arrivals.close();
        courtesy.close();
        outbox.close();
        api.close();
        LogUnderTest.close(log);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
