package io.attune.handoff.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What administrators keep, as JSON by kind and id. */
@Singleton
public class CatalogueStore {
    private final Database database;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    CatalogueStore(Database database) {
        this.database = database;
    }

    public <T> List<T> all(String kind, Class<T> type) {
        return database
                .jdbi()
                .withHandle(h -> h.createQuery("select body from catalogue where kind = :kind order by id")
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(body -> read(body, type))
                .toList();
    }

    public <T> Optional<T> find(String kind, String id, Class<T> type) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("select body from catalogue where kind = :kind and id = :id")
                        .bind("kind", kind)
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> read(body, type));
    }

    public void put(String kind, String id, Object value) {
        String body = write(value);
        database.jdbi().useTransaction(h -> {
            h.execute("delete from catalogue where kind = ? and id = ?", kind, id);
            h.execute("insert into catalogue (kind, id, body) values (?, ?, ?)", kind, id, body);
        });
    }

    public boolean remove(String kind, String id) {
        return database.jdbi().withHandle(h -> h.execute("delete from catalogue where kind = ? and id = ?", kind, id))
                > 0;
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + type.getSimpleName() + " cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write down a " + value.getClass().getSimpleName(), e);
        }
    }
}
