package io.attune.channel.whatsapp;

import io.attune.message.Language;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings for tests: one line, no hurry, a short timeout. */
class Plain implements WhatsAppConfig {
    private final URI api;

    Plain(URI api) {
        this.api = api;
    }

    @Override
    public URI api() {
        return api;
    }

    @Override
    public String version() {
        return "v25.0";
    }

    @Override
    public URI sandbox() {
        return api;
    }

    @Override
    public Optional<List<String>> appSecrets() {
        return Optional.of(List.of(Lines.SANDBOX_SECRET));
    }

    @Override
    public Optional<String> verifyToken() {
        return Optional.of("let me in");
    }

    @Override
    public Map<String, Line> lines() {
        return Map.of("main", new Line() {
            @Override
            public String phoneNumberId() {
                return Lines.SANDBOX_NUMBER;
            }

            @Override
            public String token() {
                return Lines.SANDBOX_TOKEN;
            }

            @Override
            public Language language() {
                return Language.EN;
            }
        });
    }

    @Override
    public Optional<String> template() {
        return Optional.of("please_write");
    }

    @Override
    public int perSecond() {
        return 1000;
    }

    @Override
    public int pairBurst() {
        return 1000;
    }

    @Override
    public Duration pairEvery() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration window() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration gather() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration remember() {
        return Duration.ofDays(9);
    }

    @Override
    public boolean readMarks() {
        return true;
    }
}
