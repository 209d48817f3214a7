package io.attune.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.decision.policy.Feature;
import io.attune.decision.policy.HandoffSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyConfigTest {
    @Test
    void the_defaults_are_those_of_the_policy() {
        assertThat(read(Map.of())).isEqualTo(HandoffSettings.DEFAULT);
    }

    @Test
    void a_weight_can_be_set_and_a_fault_names_its_key() {
        HandoffSettings settings =
                read(Map.of("attune.policy.weights.failed-steps", "2.5", "attune.policy.costs.wait-minute", "-1"));
        assertThat(settings.weights().of(Feature.FAILED_STEPS)).isEqualTo(2.5);
        assertThat(settings.faults()).containsExactly("costs.wait-minute must not be below 0");
    }

    private static HandoffSettings read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(PolicyConfig.class)
                .build()
                .getConfigMapping(PolicyConfig.class)
                .settings();
    }
}
