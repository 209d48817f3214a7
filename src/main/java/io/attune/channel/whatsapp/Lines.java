package io.attune.channel.whatsapp;

import io.attune.message.Language;
import io.attune.settings.DemoMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our numbers, what opens them, and where the provider is. In a demonstration, the sandbox's. */
@Singleton
public class Lines {
    /** As in the sandbox: everybody knows them, so production never uses them. */
    static final String SANDBOX_NUMBER = "100200300400500";

    static final String SANDBOX_TOKEN = "sandbox-token";
    static final String SANDBOX_SECRET = "attune sandbox app secret, known to everybody";
    static final String SANDBOX_VERIFY = "attune-sandbox";

    private final Map<String, Line> byNumber = new HashMap<>();
    private final List<String> secrets;
    private final String verifyToken;
    private final URI api;

    public Lines(WhatsAppConfig config, DemoMode demo) {
        boolean sandbox = config.lines().isEmpty() && demo.on();
        config.lines()
                .forEach((name, line) -> byNumber.put(
                        line.phoneNumberId(), new Line(name, line.phoneNumberId(), line.token(), line.language())));
        if (sandbox) {
            byNumber.put(SANDBOX_NUMBER, new Line("sandbox", SANDBOX_NUMBER, SANDBOX_TOKEN, Language.EN));
        }
        secrets = sandbox
                ? List.of(SANDBOX_SECRET)
                : List.copyOf(config.appSecrets().orElse(List.of()));
        verifyToken = sandbox ? SANDBOX_VERIFY : config.verifyToken().orElse("");
        URI base = sandbox ? config.sandbox() : config.api();
        api = URI.create(base.toString().replaceAll("/+$", "") + "/" + config.version() + "/");
    }

    /** @param name what the operator calls it */
    public record Line(String name, String number, String token, Language language) {
        @Override
        public String toString() {
            return "line " + name;
        }
    }

    boolean isOn() {
        return !byNumber.isEmpty();
    }

    Optional<Line> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    List<String> secrets() {
        return secrets;
    }

    String verifyToken() {
        return verifyToken;
    }

    /** With a slash at its end. */
    URI api() {
        return api;
    }

    /** Refuses a half of what is needed, and says all that is missing. */
    void check() {
        var wrong = new ArrayList<String>();
        if (isOn() && secrets.stream().allMatch(String::isBlank)) {
            wrong.add(
                    "attune.whatsapp.app-secrets is missing: without it nobody can tell whether a webhook is genuine");
        }
        if (isOn() && verifyToken.isBlank()) {
            wrong.add("attune.whatsapp.verify-token is missing: the provider asks for it when the webhook is set up");
        }
        byNumber.values().stream()
                .filter(line -> line.token().isBlank() || !line.number().matches("\\d{1,32}"))
                .forEach(line -> wrong.add(
                        "attune.whatsapp.lines." + line.name() + " needs a token and a phone-number-id of digits"));
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("Attune does not start like this:\n  - " + String.join("\n  - ", wrong));
        }
    }
}
