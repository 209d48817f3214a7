package io.attune.access;

import io.attune.access.store.TicketStore;
import io.attune.access.store.TicketStore.Ticket;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Tickets: each opens one connection within 30 s, so that no lasting secret stands in a URL. Holds across nodes. */
@Singleton
public class Tickets {
    public static final Duration LIFE = Duration.ofSeconds(30);
    private static final String CHAT = "chat";
    private static final String AGENT = "agent";
    private static final String SESSION = "session";
    private static final Duration SESSION_LIFE = Duration.ofMinutes(1);
    private static final long SWEEP_EVERY_MS = 60_000;

    private final TicketStore store;
    private final Secrets secrets;
    private final Clock clock;
    private final AtomicLong swept = new AtomicLong();

    Tickets(TicketStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param site where the chat is opened from: its origins apply */
    public record Chat(String site, Caller caller) {}

    /** @param role agent or supervisor */
    public record Desk(String user, String role) {}

    public String forChat(Site site, Caller caller) {
        return add(new Ticket(
                CHAT, site.name(), caller.customer(), caller.anonymous().orElse(null), null, expiry()));
    }

    public String forDesk(Desk desk) {
        return add(new Ticket(AGENT, null, desk.user(), null, desk.role(), expiry()));
    }

    /** For somebody who was signed in by another server: opens one session within a minute. */
    public String forSession(String user) {
        long until = clock.millis() + SESSION_LIFE.toMillis();
        return add(new Ticket(SESSION, null, user, null, null, until));
    }

    /** Uses such a ticket up. Empty when it is unknown, used, too old or of another kind. */
    public Optional<String> takeSession(String ticket) {
        return take(ticket, SESSION).map(Ticket::subject);
    }

    /** Uses a chat ticket up. Empty when it is unknown, used, too old or of the other kind. */
    public Optional<Chat> takeChat(String ticket) {
        return take(ticket, CHAT)
                .map(t -> new Chat(
                        t.site() == null ? "" : t.site(), new Caller(t.subject(), Optional.ofNullable(t.anonymous()))));
    }

    /** Uses an agent's ticket up. Empty when it is unknown, used, too old or of the other kind. */
    public Optional<Desk> takeDesk(String ticket) {
        return take(ticket, AGENT).map(t -> new Desk(t.subject(), t.role() == null ? "" : t.role()));
    }

    private Optional<Ticket> take(String ticket, String kind) {
        return store.take(Secrets.kept(ticket)).filter(t -> t.kind().equals(kind) && t.expiresAt() >= clock.millis());
    }

    private String add(Ticket ticket) {
        sweep();
        String secret = secrets.secret();
        store.add(Secrets.kept(secret), ticket);
        return secret;
    }

    private long expiry() {
        return clock.millis() + LIFE.toMillis();
    }

    private void sweep() {
        long now = clock.millis();
        long last = swept.get();
        if (now - last > SWEEP_EVERY_MS && swept.compareAndSet(last, now)) {
            store.dropExpired(now);
        }
    }
}
