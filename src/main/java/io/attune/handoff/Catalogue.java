package io.attune.handoff;

import io.attune.handoff.hours.OpeningHours;
import io.attune.handoff.store.CatalogueStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What administrators keep for the desk: skills, opening hours, canned replies and wrap-up codes. */
@Singleton
public class Catalogue {
    private static final String SKILL = "skill";
    private static final String CANNED = "canned";
    private static final String WRAP_UP = "wrapup";
    private static final String HOURS = "hours";
    /** Another node may have changed them. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What there is before anybody has made a list: enough to begin with, in every language. */
    private static final List<WrapUpCode> USUAL = List.of(
            code("resolved", 1, "Resolved", "Resuelto", "Résolu", "Gelöst"),
            code("follow_up", 2, "Needs follow-up", "Requiere seguimiento", "À suivre", "Nachfassen nötig"),
            code("technician", 3, "Technician booked", "Técnico reservado", "Technicien réservé", "Techniker gebucht"),
            code("no_reply", 4, "Customer left", "El cliente se fue", "Le client est parti", "Kunde ist gegangen"),
            code("other", 5, "Other", "Otro", "Autre", "Sonstiges"));

    private final CatalogueStore store;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(List<Skill> skills, OpeningHours hours, long at) {}

    Catalogue(CatalogueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private static WrapUpCode code(String code, int order, String en, String es, String fr, String de) {
        return new WrapUpCode(code, Map.of("en", en, "es", es, "fr", fr, "de", de), order);
    }

    /** At most five seconds old. */
    public List<Skill> skills() {
        return kept().skills();
    }

    /** At most five seconds old; around the clock until an administrator has said otherwise. */
    public OpeningHours hours() {
        return kept().hours();
    }

    private Kept kept() {
        Kept last = kept.get();
        if (last != null && clock.millis() - last.at() < FRESH.toMillis()) {
            return last;
        }
        Kept now = new Kept(
                store.all(SKILL, Skill.class),
                store.find(HOURS, HOURS, OpeningHours.class).orElse(OpeningHours.ALWAYS),
                clock.millis());
        kept.set(now);
        return now;
    }

    /** The skill that conversations about this need; empty when anybody will do. */
    public Optional<String> skillFor(@Nullable String intent) {
        return intent == null
                ? Optional.empty()
                : skills().stream()
                        .filter(skill -> skill.intents().contains(intent))
                        .map(Skill::id)
                        .findFirst();
    }

    public void put(Skill skill) {
        store.put(SKILL, skill.id(), skill);
        kept.set(null);
    }

    public boolean removeSkill(String id) {
        kept.set(null);
        return store.remove(SKILL, id);
    }

    public void put(OpeningHours hours) {
        store.put(HOURS, HOURS, hours);
        kept.set(null);
    }

    public List<Canned> canned() {
        return store.all(CANNED, Canned.class);
    }

    public Optional<Canned> canned(String id) {
        return store.find(CANNED, id, Canned.class);
    }

    public void put(Canned canned) {
        store.put(CANNED, canned.id(), canned);
    }

    public boolean removeCanned(String id) {
        return store.remove(CANNED, id);
    }

    /** In the order of the list; the usual ones until there is one. */
    public List<WrapUpCode> wrapUpCodes() {
        List<WrapUpCode> own = store.all(WRAP_UP, WrapUpCode.class);
        return (own.isEmpty() ? USUAL : own)
                .stream()
                        .sorted(Comparator.comparingInt(WrapUpCode::order).thenComparing(WrapUpCode::code))
                        .toList();
    }

    /** The first change takes the usual ones over, so that none is lost by it. */
    public void put(WrapUpCode code) {
        own();
        store.put(WRAP_UP, code.code(), code);
    }

    public boolean removeWrapUp(String code) {
        own();
        return store.remove(WRAP_UP, code);
    }

    private void own() {
        if (store.all(WRAP_UP, WrapUpCode.class).isEmpty()) {
            USUAL.forEach(usual -> store.put(WRAP_UP, usual.code(), usual));
        }
    }
}
