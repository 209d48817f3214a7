package io.attune.handoff;

import io.attune.conversation.Conversation;
import io.attune.conversation.Owner;
import io.attune.handoff.machine.Phase;
import io.attune.handoff.store.CallbackStore;
import io.attune.handoff.store.CaseStore;
import io.attune.handoff.store.OfferStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands beside the log, read once for many conversations: open cases, what rings, what is wrapped up, callbacks. */
@Singleton
public class Phases {
    private final CaseStore cases;
    private final OfferStore offers;
    private final CallbackStore callbacks;
    private final Catalogue catalogue;
    private final Clock clock;

    Phases(CaseStore cases, OfferStore offers, CallbackStore callbacks, Catalogue catalogue, Clock clock) {
        this.cases = cases;
        this.offers = offers;
        this.callbacks = callbacks;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** As they are now. */
    public record Beside(
            Map<String, Case> cases,
            Map<String, Offer> offers,
            Map<String, WrapUp> wrapUps,
            Map<String, Callback> callbacks,
            Catalogue catalogue) {

        /** @param offeredPerson whether the bot's last words offered a person */
        public Phase phase(Conversation conversation, boolean offeredPerson) {
            String id = conversation.header().id();
            Offer offer = offers.get(id);
            boolean rings =
                    offer != null && offer.ownership() == conversation.header().ownership();
            return Phase.of(
                    conversation.header().owner(),
                    new Phase.Beside(offeredPerson, conversation.returned(), rings, wrapUps.containsKey(id)));
        }

        /** The skill that a waiting conversation needs; null when anybody will do. */
        public @Nullable String skill(Conversation conversation) {
            Case open = cases.get(conversation.header().id());
            return open == null || conversation.header().owner() != Owner.QUEUE
                    ? null
                    : catalogue.skillFor(open.topic()).orElse(null);
        }
    }

    public Beside now() {
        Instant now = clock.instant();
        return new Beside(
                by(cases.allOpen().stream(), Case::conv),
                by(offers.all().stream(), Offer::conv),
                by(offers.wrapUps().stream().filter(one -> one.until().isAfter(now)), WrapUp::conv),
                by(callbacks.all().stream(), Callback::conv),
                catalogue);
    }

    private static <T> Map<String, T> by(java.util.stream.Stream<T> values, Function<T, String> id) {
        return values.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
    }
}
