package io.attune.channel.whatsapp;

import io.attune.message.Language;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WhatsApp. Without a line it is off, but for the sandbox of a demonstration. */
@ConfigMapping(prefix = "attune.whatsapp")
public interface WhatsAppConfig {
    /** Where the Cloud API is. Change it for a proxy or a provider that speaks the same. */
    @WithDefault("https://graph.facebook.com")
    URI api();

    /** The version of the Graph API that is spoken. */
    @WithDefault("v25.0")
    String version();

    /** In demo mode and without lines, where {@code ./attune sandbox whatsapp} listens. */
    @WithDefault("http://127.0.0.1:8290")
    URI sandbox();

    /** The secrets of the apps that may send webhooks. Several while one is changed, or for several apps. */
    Optional<List<String>> appSecrets();

    /** What was entered as verify token where the webhook was set up. */
    Optional<String> verifyToken();

    /** Our numbers, each under a name of your choice. */
    Map<String, Line> lines();

    /** One of our numbers. */
    interface Line {
        /** Its {@code phone_number_id}, as the console of the provider shows it. */
        String phoneNumberId();

        /** The access token for it. */
        String token();

        /** What is spoken to somebody who has not written a word yet. */
        @WithDefault("en")
        Language language();
    }

    /**
     * The name of an approved template that asks the customer to write, sent once when the 24 hours are over and something
     * waits for them. Without it, what waits is sent when they write by themselves.
     */
    Optional<String> template();

    /** Messages a second and number, in and out. The provider's limit is 80, 20 for numbers that are used on a phone too. */
    @WithDefault("60")
    int perSecond();

    /** Messages to one customer that may follow each other at once; then one each {@code pair-every}. */
    @WithDefault("6")
    int pairBurst();

    /** How often a customer may get a message when the burst is used up. The provider's limit is one in 6 seconds. */
    @WithDefault("6s")
    Duration pairEvery();

    /** How long after the customer's latest message the provider takes free text. */
    @WithDefault("24h")
    Duration window();

    /** The longest a request to the provider may take. */
    @WithDefault("15s")
    Duration timeout();

    /** How long a message that came in may wait for an earlier one that is late. Longer keeps the order better, and slows. */
    @WithDefault("120ms")
    Duration gather();

    /** How long messages are remembered, to recognise one that is delivered again. The provider repeats for 7 days. */
    @WithDefault("9d")
    Duration remember();

    /** Whether customers see that they were read and that an answer is being written. */
    @WithDefault("true")
    boolean readMarks();
}
