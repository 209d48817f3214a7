package io.attune.integration.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attune.access.Roles;
import io.attune.database.InCommit;
import io.attune.integration.store.EventJournal;
import io.attune.problem.Faults;
import io.attune.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/events}: events of other systems, one or many, each taken in once. A request is taken in whole or not at all. */
@Path("/api/v1/events")
@RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
public class EventsResource {
    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST = 1000;
    private static final int MOST_FAULTS = 100;

    private final EventJournal journal;
    private final Effects effects;
    private final ObjectMapper json;
    private final Clock clock;

    EventsResource(EventJournal journal, Effects effects, ObjectMapper json, Clock clock) {
        this.journal = journal;
        this.effects = effects;
        this.json = json;
        this.clock = clock;
    }

    /** What became of an event. */
    public enum Result {
        APPLIED,
        /** It was taken in before. */
        DUPLICATE,
        /** Nothing here concerns itself with its type. */
        IGNORED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            String source,
            String id,
            Result result,
            @Nullable String detail) {}

    /** @param results in the order of the events */
    public record Answer(List<Taken> results) {}

    private record Known(Received event, Optional<List<InCommit>> effects) {}

    @POST
    @Consumes(ONE)
    public Answer one(String body) throws JsonProcessingException {
        var faults = new Faults();
        Instant now = clock.instant();
        var known = new ArrayList<Known>();
        read("", json.readTree(body), now, known, faults);
        faults.refuseIfAny();
        return take(known, now);
    }

    @POST
    @Consumes(BATCH)
    public Answer batch(String body) throws JsonProcessingException {
        if (!(json.readTree(body) instanceof ArrayNode events)) {
            throw ProblemException.badRequest("body", "must be a list of events");
        }
        var faults = new Faults();
        faults.need(events.size() <= MOST, "body", "must have at most " + MOST + " events at once");
        faults.refuseIfAny();
        Instant now = clock.instant();
        var known = new ArrayList<Known>();
        for (int i = 0; i < events.size() && faults.found().size() < MOST_FAULTS; i++) {
            read("[" + i + "].", events.get(i), now, known, faults);
        }
        faults.refuseIfAny();
        return take(known, now);
    }

    private void read(String at, JsonNode node, Instant now, List<Known> known, Faults faults) {
        Received.read(json, at, node, now, faults)
                .ifPresent(event -> known.add(new Known(event, effects.of(event, faults))));
    }

    private Answer take(List<Known> known, Instant now) {
        List<Boolean> isNew = journal.take(
                known.stream()
                        .map(one -> new EventJournal.Entry(
                                one.event().source(),
                                one.event().id(),
                                one.event().type(),
                                one.effects().orElse(List.of())))
                        .toList(),
                now);
        var results = new ArrayList<Taken>();
        for (int i = 0; i < known.size(); i++) {
            results.add(taken(known.get(i), isNew.get(i)));
        }
        return new Answer(results);
    }

    private Taken taken(Known known, boolean isNew) {
        Received event = known.event();
        if (known.effects().isEmpty()) {
            return new Taken(
                    event.source(),
                    event.id(),
                    Result.IGNORED,
                    "nothing here concerns itself with this type; known by their last words: "
                            + String.join(", ", effects.known()));
        }
        return new Taken(event.source(), event.id(), isNew ? Result.APPLIED : Result.DUPLICATE, null);
    }
}
