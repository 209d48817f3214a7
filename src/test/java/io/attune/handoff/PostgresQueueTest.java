package io.attune.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.conversation.Appended;
import io.attune.conversation.Owner;
import io.attune.database.Address;
import io.attune.database.PostgresServer;
import io.attune.handoff.Case.Outcome;
import io.attune.handoff.store.HandoffStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue's statements on PostgreSQL. */
class PostgresQueueTest {
    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    private final TestClock clock = new TestClock("2026-05-04T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private CareCentre centre;

    @BeforeEach
    void open() throws Exception {
        centre = new CareCentre(Address.of(POSTGRES.url(), "postgres", ""), clock, Map.of());
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void a_conversation_rings_is_taken_ends_and_is_wrapped_up() {
        String conv = centre.customer("a");
        centre.wantsPerson(conv, 0, "internet_slow");
        centre.sitsDown("ana", 1);
        centre.switchboard.look();
        assertThat(centre.ringsAt(conv)).isEqualTo("ana");
        centre.switchboard.decline(conv, "ana");
        centre.switchboard.look();
        assertThat(centre.ringsAt(conv)).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        centre.agents.seen("ana");
        centre.switchboard.look();
        assertThat(centre.accepts("ana", conv)).isInstanceOf(Appended.Done.class);
        centre.desk.end(centre.by("ana", conv)).toCompletableFuture().join();
        assertThat(centre.desk.wrapUp(centre.by("ana", conv), "resolved")).isTrue();
        var over = centre.stores.cases().of("a").getFirst();
        assertThat(over.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(over.code()).isEqualTo("resolved");
    }

    @Test
    void a_callback_is_booked_comes_and_is_forgotten_with_the_customer() {
        String conv = centre.customer("b");
        centre.wantsPerson(conv, 3, "internet_slow");
        centre.booksCallback(conv, clock.instant().plus(Duration.ofHours(1)));
        clock.pass(Duration.ofHours(1));
        centre.switchboard.look();
        assertThat(centre.owner(conv)).isEqualTo(Owner.QUEUE);
        assertThat(centre.header(conv).priority()).isEqualTo(3);
        centre.cases.erase("b");
        assertThat(centre.stores.cases().of("b")).isEmpty();
    }

    @Test
    void one_node_at_a_time_has_the_duty() {
        var duty = HandoffStores.duty(centre.database);
        Instant now = clock.instant();
        assertThat(duty.take("t", "one", now, now.plusSeconds(10))).isTrue();
        assertThat(duty.take("t", "two", now, now.plusSeconds(10))).isFalse();
        assertThat(duty.take("t", "one", now.plusSeconds(5), now.plusSeconds(15)))
                .isTrue();
        assertThat(duty.take("t", "two", now.plusSeconds(16), now.plusSeconds(26)))
                .isTrue();
    }
}
