package io.attune.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sets, as the channel takes it. */
class LinesTest {
    private static final Map<String, String> WHOLE = Map.of(
            "ATTUNE_WHATSAPP_APP_SECRETS", "new secret,old secret",
            "ATTUNE_WHATSAPP_VERIFY_TOKEN", "let me in",
            "ATTUNE_WHATSAPP_LINES_MAIN_PHONE_NUMBER_ID", "106540352242922",
            "ATTUNE_WHATSAPP_LINES_MAIN_TOKEN", "token of main",
            "ATTUNE_WHATSAPP_LINES_SALES_PHONE_NUMBER_ID", "106540352242923",
            "ATTUNE_WHATSAPP_LINES_SALES_TOKEN", "token of sales",
            "ATTUNE_WHATSAPP_LINES_SALES_LANGUAGE", "es");

    @Test
    void environment_variables_are_enough_for_several_numbers() {
        Lines lines = lines(WHOLE, false);
        lines.check();
        assertThat(lines.isOn()).isTrue();
        assertThat(lines.find("106540352242922").orElseThrow().token()).isEqualTo("token of main");
        assertThat(lines.find("106540352242923").orElseThrow().language().code())
                .isEqualTo("es");
        assertThat(lines.secrets()).containsExactly("new secret", "old secret");
        assertThat(lines.api()).hasToString("https://graph.facebook.com/v25.0/");
        assertThat(lines.find("106540352242922").orElseThrow()).hasToString("line main");
    }

    @Test
    void without_a_line_there_is_none_but_the_sandboxs_in_a_demonstration() {
        assertThat(lines(Map.of(), false).isOn()).isFalse();
        Lines demo = lines(Map.of("ATTUNE_WHATSAPP_SANDBOX", "http://127.0.0.1:8291/"), true);
        demo.check();
        assertThat(demo.find(Lines.SANDBOX_NUMBER)).isPresent();
        assertThat(demo.api()).hasToString("http://127.0.0.1:8291/v25.0/");
        assertThat(lines(WHOLE, true).find(Lines.SANDBOX_NUMBER)).isEmpty();
        assertThat(lines(WHOLE, true).secrets()).doesNotContain(Lines.SANDBOX_SECRET);
    }

    @Test
    void a_half_of_what_is_needed_stops_the_start_and_all_of_it_is_named() {
        Lines half = lines(
                Map.of(
                        "ATTUNE_WHATSAPP_LINES_MAIN_PHONE_NUMBER_ID", "+1 555 0100",
                        "ATTUNE_WHATSAPP_LINES_MAIN_TOKEN", "t"),
                false);
        assertThatThrownBy(half::check)
                .hasMessageContaining("attune.whatsapp.app-secrets")
                .hasMessageContaining("attune.whatsapp.verify-token")
                .hasMessageContaining("attune.whatsapp.lines.main");
    }

    private static Lines lines(Map<String, String> environment, boolean demo) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .addDefaultInterceptors()
                .withConverter(java.time.Duration.class, 300, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(WhatsAppConfig.class)
                .build();
        return new Lines(config.getConfigMapping(WhatsAppConfig.class), () -> demo);
    }
}
