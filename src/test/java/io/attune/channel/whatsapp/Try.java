package io.attune.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.LogPages;
import io.attune.conversation.Owner;
import io.attune.conversation.Sender;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Content;
import io.attune.message.Role;
import io.attune.sandbox.whatsapp.Sandbox;
import io.attune.sandbox.whatsapp.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A station, a sandbox that delivers to it, and the phone in hand. */
final class Try implements AutoCloseable {
    final Database database;
    final Sandbox sandbox;
    final SandboxPhone phone;
    private final Function<URI, WhatsAppConfig> config;
    Station station;

    Try() {
        this(Plain::new);
    }

    Try(Function<URI, WhatsAppConfig> config) {
        this(config, Database.open(Address.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), 8));
    }

    Try(Function<URI, WhatsAppConfig> config, Database database) {
        this.database = database;
        this.config = config;
        int port = freePort();
        this.sandbox = Sandbox.start(
                Settings.standard(0, URI.create("http://127.0.0.1:" + port + WebhookRoute.PATH)), Clock.systemUTC());
        this.phone = new SandboxPhone(sandbox.address());
        this.station = new Station(database, config.apply(sandbox.address()), port);
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void restart() {
        int port = station.webhook().getPort();
        station.close();
        station = new Station(database, config.apply(sandbox.address()), port);
    }

    List<Header> conversations() {
        return Stream.of(Owner.values())
                .flatMap(owner -> station.log.ownedBy(owner, null, 100).stream())
                .toList();
    }

    Header conversation() {
        List<Header> all = conversations();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " conversations");
        }
        return all.getFirst();
    }

    List<ConversationEvent> events() {
        return conversations().stream()
                .flatMap(header -> LogPages.all(station.log, header.id(), 0).stream())
                .map(Entry::event)
                .toList();
    }

    /** What the customer has said. */
    List<Content> heard() {
        return events().stream()
                .filter(event -> event instanceof Message m && m.from().role() == Role.CUSTOMER)
                .map(event -> ((Message) event).content())
                .toList();
    }

    void botSays(Content content) {
        say(new Message(Sender.BOT, null, content, null, null));
    }

    void say(ConversationEvent event) {
        say(conversation().id(), event);
    }

    void say(String conv, Content content) {
        say(conv, new Message(Sender.BOT, null, content, null, null));
    }

    private void say(String conv, ConversationEvent event) {
        station.log
                .append(Append.of(conv, Guard.NONE, event))
                .toCompletableFuture()
                .join();
    }

    static List<String> labels(JsonNode bubble) {
        var labels = new java.util.ArrayList<String>();
        bubble.path("answers").forEach(answer -> labels.add(answer.path("title").asText()));
        return labels;
    }

    @Override
    public void close() {
        station.close();
        sandbox.close();
        database.close();
    }
}
