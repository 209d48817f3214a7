package io.attune.conversation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.conversation.Append;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationConfig;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Draft;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Owner;
import io.attune.database.Database;
import io.attune.message.Language;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The log in a relational database, with group commit and a cache of the latest states. */
@ApplicationScoped
public class JdbcConversationLog implements ConversationLog {
    /** A tail longer than this is folded into a new snapshot when it is read. */
    private static final int LONG_TAIL = 64;

    private final Database database;
    private final HeaderRows headers;
    private final Clock clock;
    private final LogWriter writer;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().name("log-reader-", 0).daemon().factory());

    /** States as they were at some head. Never trusted alone: a commit is guarded by the head it was read at. */
    private final Cache<String, Conversation> states;

    JdbcConversationLog(Database database, LiveFeed feed, Clock clock, ConversationConfig config) {
        this.database = database;
        this.headers = new HeaderRows(database);
        this.clock = clock;
        this.writer = new LogWriter(database, feed, config.groupSize(), config.waiting());
        this.states = Caffeine.newBuilder().maximumSize(config.cachedStates()).build();
        feed.listenToAll(this::follow);
    }

    @Override
    public CompletionStage<Appended.Done> open(Header start, @Nullable Language language, List<Draft> drafts) {
        return submit(Pending.open(start, language, drafts)).thenApply(Appended.Done.class::cast);
    }

    @Override
    public CompletionStage<Appended> append(Append append) {
        // Milliseconds are what is stored: a state folded now must equal one folded from the rows.
        return submit(Pending.append(append, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private CompletionStage<Appended> submit(Pending pending) {
        try {
            writer.submit(pending);
        } catch (RejectedExecutionException e) {
            pending.outcome.completeExceptionally(e);
        }
        return pending.outcome;
    }

    @Override
    public Optional<Conversation> load(String conv) {
        return query(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select " + LogRows.HEADER + " from conversation where id = ?")) {
                select.setString(1, conv);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(state(connection, LogRows.header(row))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Conversation load(Header header) {
        Conversation state = states.getIfPresent(header.id());
        if (state != null
                && state.header().stream().equals(header.stream())
                && state.header().head() == header.head()) {
            return state;
        }
        return query(connection -> state(connection, header));
    }

    private Conversation state(Connection connection, Header header) throws SQLException {
        Conversation state = states.getIfPresent(header.id());
        if (state == null
                || !state.header().stream().equals(header.stream())
                || state.header().head() > header.head()) {
            state = snapshot(connection, header);
        }
        if (state.header().head() < header.head()) {
            List<Entry> tail =
                    LogRows.entries(connection, header.id(), state.header().head(), Integer.MAX_VALUE);
            state = state.next(tail);
            if (tail.size() > LONG_TAIL) {
                keep(connection, state);
            }
        }
        states.put(header.id(), state);
        return state;
    }

    private static Conversation snapshot(Connection connection, Header header) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select state from snapshot where conv = ?")) {
            select.setString(1, header.id());
            try (ResultSet row = select.executeQuery()) {
                String snapshot = row.next() ? row.getString(1) : null;
                return snapshot == null ? Conversation.start(header.restarted(), null) : LogJson.state(snapshot);
            }
        }
    }

    private static void keep(Connection connection, Conversation state) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update snapshot set state = ?, seq = ? where conv = ? and seq < ?")) {
            update.setString(1, LogJson.write(state));
            update.setLong(2, state.header().head());
            update.setString(3, state.header().id());
            update.setLong(4, state.header().head());
            update.executeUpdate();
        }
    }

    /** Keeps a cached state in step with what this node commits. */
    private void follow(Appended.Done commit) {
        states.asMap().computeIfPresent(commit.header().id(), (id, state) -> {
            boolean isNext = state.header().head() + 1 == commit.firstSeq();
            return isNext ? state.next(commit.entries()) : null;
        });
    }

    @Override
    public boolean isShared() {
        return database.shared();
    }

    @Override
    public List<Entry> read(String conv, long after, int limit) {
        return query(connection -> LogRows.entries(connection, conv, after, limit));
    }

    @Override
    public CompletionStage<List<Entry>> readLater(String conv, long after, int limit) {
        return CompletableFuture.supplyAsync(() -> read(conv, after, limit), readers);
    }

    @Override
    public Optional<Header> header(String conv) {
        return headers.find(conv);
    }

    @Override
    public Optional<Header> openOf(String customer) {
        return headers.openOf(customer);
    }

    @Override
    public List<Header> of(String customer, int limit) {
        return headers.of(customer, limit);
    }

    @Override
    public List<Header> ownedBy(Owner owner, @Nullable String agent, int limit) {
        return headers.ownedBy(owner, agent, limit);
    }

    @Override
    public Map<String, Integer> served() {
        return headers.served();
    }

    @Override
    public List<Header> takeOverDied(Instant before, Instant now, int limit) {
        return headers.takeOverDied(before, now, limit);
    }

    @Override
    public void erase(String customer) {
        List<Header> conversations = of(customer, Integer.MAX_VALUE);
        query(connection -> {
            connection.setAutoCommit(false);
            try {
                for (Header conversation : conversations) {
                    LogRows.erase(connection, conversation.id());
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return conversations.size();
        });
        conversations.forEach(conversation -> states.invalidate(conversation.id()));
    }

    private <T> T query(HeaderRows.Query<T> query) {
        return headers.query(query);
    }

    @PreDestroy
    void close() {
        writer.close();
        readers.shutdown();
    }
}
