package io.attune.handoff;

import io.attune.conversation.Header;
import io.attune.handoff.Agents.Taken;
import io.attune.handoff.routing.Patience;
import io.attune.handoff.routing.Seat;
import io.attune.handoff.routing.Target;
import io.attune.handoff.routing.Waiting;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import io.attune.handoff.store.ProfileStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queue and the agents as routing sees them. */
@Singleton
class Floor {
    private final Agents agents;
    private final ProfileStore profiles;
    private final CaseStore cases;
    private final OfferStore offers;
    private final Catalogue catalogue;
    private final HandoffConfig config;

    Floor(
            Agents agents,
            ProfileStore profiles,
            CaseStore cases,
            OfferStore offers,
            Catalogue catalogue,
            HandoffConfig config) {
        this.agents = agents;
        this.profiles = profiles;
        this.cases = cases;
        this.offers = offers;
        this.catalogue = catalogue;
        this.config = config;
    }

    Patience patience() {
        return new Patience(config.patienceForAgent(), config.patienceForSkill());
    }

    /** The agents at whom something can ring. */
    List<Seat> seats(Instant now) {
        Map<String, Taken> taken = agents.taken();
        Map<String, AgentProfile> known = profiles.all();
        return agents.all().stream()
                .filter(presence -> presence.isReachable(now, config.signWithin()))
                .map(presence -> seat(
                        presence,
                        known.getOrDefault(presence.agent(), AgentProfile.of(presence.agent())),
                        taken.getOrDefault(presence.agent(), Taken.NOTHING)))
                .toList();
    }

    private static Seat seat(Presence presence, AgentProfile profile, Taken taken) {
        return new Seat(
                presence.agent(),
                profile.team(),
                presence.capacity(),
                Math.max(0, presence.capacity() - taken.all()),
                new HashSet<>(profile.skills()),
                new HashSet<>(profile.languages()),
                presence.rungAt());
    }

    /** Those of the queue that do not ring, in its order. */
    List<Waiting> waiting(List<Header> queue, Instant now) {
        Map<String, Case> open = cases.allOpen().stream()
                .collect(Collectors.toMap(Case::conv, Function.identity(), (one, other) -> one));
        Map<String, Set<String>> refusals = offers.refusals(now);
        Set<String> ringing = offers.all().stream().map(Offer::conv).collect(Collectors.toSet());
        return queue.stream()
                .filter(header -> !ringing.contains(header.id()))
                .map(header -> waiting(header, open.get(header.id()), refusals.getOrDefault(header.id(), Set.of())))
                .toList();
    }

    private Waiting waiting(Header header, @Nullable Case known, Set<String> refusedBy) {
        Instant since = header.queuedAt() == null ? header.changedAt() : header.queuedAt();
        return known == null
                ? new Waiting(header.id(), header.priority(), since, null, null, null, null, refusedBy)
                : new Waiting(
                        header.id(),
                        header.priority(),
                        since,
                        catalogue.skillFor(known.topic()).orElse(null),
                        known.language(),
                        Target.read(known.target()).orElse(null),
                        known.lastAgent(),
                        refusedBy);
    }
}
