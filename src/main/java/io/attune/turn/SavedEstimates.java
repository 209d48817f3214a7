package io.attune.turn;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Estimates;
import io.attune.customer.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

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
     * @param kept as a turn saved it with the customer
     * @param settings of the customer: their own wish wins
     */
    public Estimates of(String kept, Settings settings) {
        Instant now = clock.instant();
        return Beliefs.of(json.beliefs(kept), now)
                .estimates(now, settings.preferences().detail());
    }
}
