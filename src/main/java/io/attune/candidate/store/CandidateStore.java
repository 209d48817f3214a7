package io.attune.candidate.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.candidate.Candidate;
import io.attune.candidate.Candidate.State;
import io.attune.candidate.Candidates;
import io.attune.candidate.Unclear;
import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.database.Retained;
import io.attune.message.Language;
import io.attune.understanding.Folding;
import io.attune.understanding.Understanding.RankedIntent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** A row for each message; rows of the same words are one candidate and have the same state. */
@Singleton
public class CandidateStore {
    private static final int RANKED = 3;
    private static final int KEY_DIGITS = 24;
    private static final int LONGEST = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(
            String key,
            String conv,
            String text,
            Language language,
            String ranking,
            double confidence,
            String reason,
            int times,
            Instant at,
            String state,
            @Nullable String intent,
            @Nullable String by) {}

    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("text_key"),
            row.getString("conv"),
            row.getString("text"),
            Language.ofTag(row.getString("language")).orElseThrow(),
            row.getString("ranking"),
            row.getDouble("confidence"),
            row.getString("reason"),
            row.getInt("times"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("state"),
            row.getString("intent"),
            row.getString("labelled_by"));

    private final Database database;

    public CandidateStore(Database database) {
        this.database = database;
    }

    /** @param message masked already */
    public InCommit add(Unclear message) {
        return connection -> {
            String key = key(message.understanding().language(), message.text());
            Settled same = settled(connection, key);
            try (var insert = connection.prepareStatement(
                    "insert into candidate (conv, seq, customer, text_key, language, text, ranking, confidence, reason,"
                            + " times, at, state, intent, labelled_by, labelled_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, message.conv());
                insert.setLong(2, message.seq());
                insert.setString(3, message.customer());
                insert.setString(4, key);
                insert.setString(5, message.understanding().language().code());
                insert.setString(6, cut(message.text()));
                insert.setString(7, ranking(message));
                insert.setDouble(8, message.understanding().confidence());
                insert.setString(9, message.reason().code());
                insert.setInt(10, message.times());
                insert.setLong(11, message.at().toEpochMilli());
                insert.setString(12, same.state);
                insert.setString(13, same.intent);
                insert.setString(14, same.by);
                insert.setObject(15, same.at);
                insert.executeUpdate();
            }
        };
    }

    /** What was said of the same words before. */
    private record Settled(
            String state,
            @Nullable String intent,
            @Nullable String by,
            @Nullable Long at) {}

    private static Settled settled(Connection connection, String key) throws SQLException {
        try (var select = connection.prepareStatement(
                "select state, intent, labelled_by, labelled_at from candidate where text_key = ? limit 1")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new Settled(
                                row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class))
                        : new Settled(State.OPEN.code(), null, null, null);
            }
        }
    }

    private static String key(Language language, String text) {
        String words = language.code() + "\n" + Folding.fold(text).strip().replaceAll("\\s+", " ");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String ranking(Unclear message) {
        try {
            return JSON.writeValueAsString(
                    message.understanding().ranking().stream().limit(RANKED).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Candidates.Page page(State state, @Nullable Language language, int limit, int offset) {
        String where = " from candidate where state = :state" + (language == null ? "" : " and language = :language");
        String tag = language == null ? "" : language.code();
        return database.jdbi().withHandle(h -> {
            int total = h.createQuery("select count(distinct text_key)" + where)
                    .bind("state", state.code())
                    .bindMap(language == null ? Map.of() : Map.of("language", tag))
                    .mapTo(Integer.class)
                    .one();
            List<String> keys = h.createQuery("select text_key" + where + " group by text_key"
                            + " order by count(distinct conv) desc, max(at) desc, text_key limit :limit offset :offset")
                    .bind("state", state.code())
                    .bindMap(language == null ? Map.of() : Map.of("language", tag))
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .mapTo(String.class)
                    .list();
            if (keys.isEmpty()) {
                return new Candidates.Page(total, List.of());
            }
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            keys.forEach(key -> rows.put(key, new ArrayList<>()));
            h.createQuery("select * from candidate where text_key in (<keys>) order by at, conv, seq")
                    .bindList("keys", keys)
                    .map(ROW)
                    .forEach(
                            row -> rows.getOrDefault(row.key, new ArrayList<>()).add(row));
            return new Candidates.Page(
                    total,
                    rows.values().stream()
                            .filter(one -> !one.isEmpty())
                            .map(CandidateStore::candidate)
                            .toList());
        });
    }

    public Optional<Candidate> find(String id) {
        List<Row> rows = rows("text_key = :value", id);
        return rows.isEmpty() ? Optional.empty() : Optional.of(candidate(rows));
    }

    /** The labelled ones of a language; each once. */
    public List<Candidate> labelled(Language language) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        rows("state = 'labelled' and language = :value", language.code())
                .forEach(row ->
                        rows.computeIfAbsent(row.key, key -> new ArrayList<>()).add(row));
        return rows.values().stream().map(CandidateStore::candidate).toList();
    }

    /** What is kept of one customer, for themselves. */
    public List<Candidate> of(String customer) {
        return rows("customer = :value", customer).stream()
                .map(row -> candidate(List.of(row)))
                .toList();
    }

    private List<Row> rows(String where, String value) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select * from candidate where " + where + " order by at, conv, seq")
                        .bind("value", value)
                        .map(ROW)
                        .list());
    }

    private static Candidate candidate(List<Row> oldestFirst) {
        Row last = oldestFirst.getLast();
        return new Candidate(
                last.key,
                last.text,
                last.language,
                read(last.ranking),
                last.confidence,
                Candidate.Reason.valueOf(last.reason.toUpperCase(Locale.ROOT)),
                (int) oldestFirst.stream().map(Row::conv).distinct().count(),
                oldestFirst.stream().mapToInt(Row::times).max().orElse(0),
                oldestFirst.getFirst().at,
                last.at,
                State.valueOf(last.state.toUpperCase(Locale.ROOT)),
                last.intent,
                last.by);
    }

    private static List<RankedIntent> read(String ranking) {
        try {
            return JSON.readValue(ranking, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            return List.of();
        }
    }

    public boolean settle(String id, State state, @Nullable String intent, @Nullable String by, Instant now) {
        return database.jdbi()
                        .withHandle(h -> h.createUpdate(
                                        "update candidate set state = :state, intent = :intent, labelled_by = :by,"
                                                + " labelled_at = :at where text_key = :key")
                                .bind("state", state.code())
                                .bind("intent", intent)
                                .bind("by", by)
                                .bind("at", now.toEpochMilli())
                                .bind("key", id)
                                .execute())
                > 0;
    }

    /** Who has written any of what is kept. */
    public List<String> customers() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select distinct customer from candidate")
                        .mapTo(String.class)
                        .list());
    }

    public int erase(String customer) {
        int gone = database.jdbi().withHandle(h -> h.execute("delete from candidate where customer = ?", customer));
        if (gone > 0) {
            database.removeTraces();
        }
        return gone;
    }

    public int removeBefore(Instant before) {
        return database.jdbi()
                .withHandle(h ->
                        h.execute("delete from candidate where at < ?" + Retained.NOT_HELD, before.toEpochMilli()));
    }
}
