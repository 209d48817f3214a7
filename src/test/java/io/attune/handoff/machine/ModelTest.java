package io.attune.handoff.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand random interleavings of customers, bot, agents, supervisor and router, with crashes, against the real fold. */
class ModelTest {
    private static final int WALKS = Integer.getInteger("attune.walks", 10_000);

    @Test
    void one_speaker_at_a_time_and_nobody_is_lost() {
        var met = new HashSet<Transition>();
        for (int seed = 0; seed < WALKS; seed++) {
            met.addAll(new RandomWalk(seed).walk(60));
        }
        assertThat(met).as("lines of the table that no walk has met").containsAll(Transitions.TABLE);
    }

    @Test
    void the_table_names_each_way_once() {
        assertThat(Transitions.TABLE).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, Transitions.TABLE.size()).boxed())
                .allSatisfy(i -> assertThat(Transitions.TABLE.stream()
                                .filter(line -> line.from()
                                                == Transitions.TABLE.get(i).from()
                                        && line.move()
                                                == Transitions.TABLE.get(i).move()
                                        && line.who()
                                                == Transitions.TABLE.get(i).who()))
                        .hasSize(1));
    }

    @Test
    void from_every_phase_somebody_can_go_on() {
        for (Phase phase : Phase.values()) {
            assertThat(Transitions.TABLE).anyMatch(line -> line.from() == phase);
        }
    }
}
