package io.attune.turn;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Estimates;
import io.attune.customer.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What is believed of a customer now, from what the turns kept of them. */
@Singleton
public class SavedEstimates {
    private final TurnJson json;
    private final Clock clock;

    SavedEstimates(TurnJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param kept as turns saved it, under each id of the customer
     * @param settings of the customer: their own wish wins
     */
    public Estimates of(List<String> kept, Settings settings) {
        Instant now = clock.instant();
        return Beliefs.of(Beliefs.Kept.NOTHING, now)
                .and(kept.stream().map(json::beliefs).toList(), now)
                .estimates(now, settings.preferences().detail());
    }
}
